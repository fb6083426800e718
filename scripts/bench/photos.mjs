import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../places.mjs';
import { appPid } from './app-pid.mjs';
import { similarPhotos } from './similar-photos.mjs';

const require = createRequire(path.join(ROOT, 'plugins/registry/package.json'));
const sharp = require('sharp');

const [WIDTH, HEIGHT] = [4000, 3000];
const CPU_BAR_MS = 700;
const SIDE_BY_SIDE = 20;
const MEMORY_BAR_MB = 1024;

/**
 * `npm run bench -- --photos`: what a photo of 12 megapixels costs to store, 20 of them at once, and to be compared with 2,500,000 others.
 * @param {{ url: string, owner: import('pg').Client, clerk: Record<string, string> }} run
 * @returns {Promise<boolean>} whether every bar is kept
 */
export async function photos({ url, owner, clerk }) {
  const files = await Promise.all(Array.from({ length: SIDE_BY_SIDE }, (_, index) => aPhoto(index + 1)));
  const { rows } = await owner.query(
    `select id from households where region_code >= '520425' and region_code < '520426' order by id limit 1`,
  );
  const upload = (file) => uploaded({ url, clerk, household: rows[0].id, file });
  const kept = [
    await storing(files.slice(0, 6), upload),
    await sideBySide(files.slice(6), upload),
    await similarPhotos(owner),
  ];
  return kept.every(Boolean);
}

/** CPU of the application alone; what PostgreSQL adds is one row. */
async function storing([warmUp, ...files], upload) {
  await upload(warmUp);
  const begun = appCpu();
  for (const file of files) await upload(file);
  const cpu = ((appCpu() - begun) * 1000) / files.length;
  const megabytes = files[0].length / 1024 ** 2;
  return said(
    cpu <= CPU_BAR_MS,
    `photo of ${(WIDTH * HEIGHT) / 1e6} megapixels (${megabytes.toFixed(1)} MB) received, stored with thumbnail and hashes: ${cpu.toFixed(0)} ms of CPU (bar ${CPU_BAR_MS} ms)`,
  );
}

async function sideBySide(files, upload) {
  fs.writeFileSync(`/proc/${appPid()}/clear_refs`, '5'); // the peak begins anew
  const before = memory('VmRSS');
  const begun = performance.now();
  await Promise.all(
    [...files, ...files.map((file) => Buffer.concat([file, Buffer.from('again')]))].slice(0, SIDE_BY_SIDE).map(upload),
  );
  const peak = memory('VmHWM');
  return said(
    peak <= MEMORY_BAR_MB,
    `${SIDE_BY_SIDE} of them at once: ${peak} MB of memory at most (bar ${MEMORY_BAR_MB} MB), ${before} MB before; ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
}

/** A picture with the detail of a photo: fields of light, edges and grain. */
async function aPhoto(seed) {
  const { drawEvidencePhoto } = require(
    path.join(ROOT, 'plugins/exchange/dist/server/demonstration/photo/draw-evidence-photo.js'),
  );
  const grain = await sharp({
    create: {
      width: WIDTH / 2,
      height: HEIGHT / 2,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 22 },
      background: '#808080',
    },
  })
    .resize(WIDTH, HEIGHT)
    .png({ compressionLevel: 1 })
    .toBuffer();
  return sharp(await drawEvidencePhoto(seed, 'house'))
    .resize(WIDTH, HEIGHT, { fit: 'fill' })
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

async function uploaded({ url, clerk, household, file }) {
  const form = new FormData();
  form.set('householdId', String(household));
  form.set('category', 'houseFrontPhoto');
  form.set('file', new Blob([file], { type: 'image/jpeg' }), 'photo.jpg');
  const answer = await fetch(`${url}/api/registry/evidence`, { method: 'POST', headers: clerk, body: form });
  if (!answer.ok) throw new Error(`upload: ${answer.status} ${await answer.text()}`);
}

/** Seconds of CPU of the application's process, its threads included. */
function appCpu() {
  const stat = fs.readFileSync(`/proc/${appPid()}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function memory(line) {
  const text = fs.readFileSync(`/proc/${appPid()}/status`, 'latin1');
  return Math.round(Number(new RegExp(`${line}:\\s+(\\d+)`).exec(text)?.[1]) / 1024);
}

export function said(isKept, sentence) {
  console.log(`${isKept ? 'ok  ' : 'OVER'} ${sentence}`);
  return isKept;
}
