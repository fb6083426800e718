import { createRequire } from 'node:module';
import { buildWhenNeeded } from './build-when-needed.mjs';
import { runScript } from './child-process.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';

const PHOTOS = 10_000;
const ALTERED = 200;
const NEAR = 36;
const WORDS = 8;
const BANDS = 8;
/** A print that shares a band by chance is farther away. */
const SHARED = 100;

/**
 * Measures the prints of photos: draws 10,000 photos of houses and compares each with all others, and finds altered ones among them, by the
 * same bands and distance as anju.nearest_look. `npm run photo-prints [-- photos altered]`.
 */
runScript(async () => {
  const [photos = PHOTOS, altered = ALTERED] = process.argv.slice(2).map(Number);
  await installWhenNeeded();
  await buildWhenNeeded(['plugins']);
  const require = createRequire(import.meta.url);
  const sharp = require('sharp');
  sharp.concurrency(1);
  const { drawEvidencePhoto } = require('../plugins/exchange/dist/server/demonstration/photo/draw-evidence-photo.js');
  const { readPicture, readPrints } = require('../plugins/registry/dist/server/services/picture.js');
  const { ALTERATIONS } = require('../tests/harness/altered-photos.cjs');

  const stored = new Uint32Array(photos * WORDS);
  const asked = [];
  const start = process.cpuUsage();
  for (let index = 0; index < photos; index += 1) {
    asked[index] = packed(await readPrints(await drawEvidencePhoto(index + 1, 'house')));
    stored.set(asked[index][0], index * WORDS);
  }
  console.log(`${photos} photos: ${(cpuSince(start) / photos).toFixed(1)} ms of CPU each, drawn and printed`);

  const nearest = [];
  let falseMatches = 0;
  for (let index = 0; index < photos; index += 1) {
    const distance = nearestDistance(asked[index], stored, index);
    nearest.push(distance);
    if (distance <= NEAR) falseMatches += 1;
  }
  nearest.sort((a, b) => a - b);
  const share = ((100 * falseMatches) / photos).toFixed(3);
  console.log(
    `another photo within ${NEAR} bits: ${falseMatches} of ${photos} (${share} %); nearest ${nearest.slice(0, 5).join(', ')}, median ${nearest[photos >> 1]}`,
  );

  for (const [name, alter] of Object.entries(ALTERATIONS)) {
    const distances = [];
    let found = 0;
    for (let index = 0; index < altered; index += 1) {
      const { prints } = await readPicture(await alter(await drawEvidencePhoto(index + 1, 'house')), '照片');
      const own = stored.subarray(index * WORDS, (index + 1) * WORDS);
      const wanted = packed(prints);
      const distance = Math.min(...wanted.map((print) => difference(print, own)));
      distances.push(distance);
      if (distance <= NEAR && wanted.some((print) => sharesBand(print, own) && difference(print, own) <= SHARED))
        found += 1;
    }
    distances.sort((a, b) => a - b);
    console.log(
      `${name}: ${found} of ${altered} found; bits median ${distances[altered >> 1]}, most ${distances.at(-1)}`,
    );
  }
});

function cpuSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function packed(prints) {
  if (prints === null) throw new Error('A drawn photo has no print');
  return prints.map((print) =>
    Uint32Array.from({ length: WORDS }, (_, word) => Number.parseInt(print.slice(word * 32, word * 32 + 32), 2)),
  );
}

function nearestDistance(asked, stored, own) {
  let nearest = Infinity;
  for (const print of asked) {
    for (let at = 0; at < stored.length; at += WORDS) {
      if (at === own * WORDS) continue;
      let distance = 0;
      for (let word = 0; word < WORDS && distance < nearest; word += 1)
        distance += ones(print[word] ^ stored[at + word]);
      if (distance < nearest) nearest = distance;
    }
  }
  return nearest;
}

function difference(print, other) {
  return print.reduce((sum, word, index) => sum + ones(word ^ other[index]), 0);
}

/** The first 128 bits are eight bands of 16. */
function sharesBand(print, other) {
  for (let band = 0; band < BANDS; band += 1) {
    const shift = band % 2 === 0 ? 16 : 0;
    if (((print[band >> 1] ^ other[band >> 1]) >>> shift) % 65_536 === 0) return true;
  }
  return false;
}

function ones(word) {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
