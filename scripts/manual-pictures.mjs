import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { buildWhenNeeded } from './build-when-needed.mjs';
import { runScript } from './child-process.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';
import { ROOT } from './places.mjs';
import { withDemonstration } from './screens/demonstration.mjs';
import { takeScreenshots } from './screens/take.mjs';

const MANUAL = path.join(ROOT, 'docs/manual');
const PICTURES = path.join(MANUAL, 'pictures');
const WIDTH = 1000;
const QUALITY = 72;

/** `npm run manual-pictures`: takes the pictures that the manual names anew, of 300 demonstration households or of ANJU_URL. */
runScript(async () => {
  await installWhenNeeded();
  const names = namedPictures();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'anju-manual-'));
  const take = (url) => takeScreenshots({ url, folder, names, sizes: [{ width: 1366, height: 768 }] });
  try {
    if (!process.env.ANJU_URL) await buildWhenNeeded();
    const code = await (process.env.ANJU_URL ? take(process.env.ANJU_URL) : withDemonstration(take));
    if (code === 0) await Promise.all(names.map((name) => keepPicture(folder, name)));
    return code;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

/** The screens whose pictures stand in the manual. */
function namedPictures() {
  const pages = fs.readdirSync(MANUAL).filter((file) => file.endsWith('.html'));
  const texts = pages.map((file) => fs.readFileSync(path.join(MANUAL, file), 'utf8'));
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/pictures\/([a-z-]+)\.webp/g)].map(([, name]) => name))),
  ];
}

async function keepPicture(folder, name) {
  const sharp = createRequire(path.join(ROOT, 'plugins/registry/package.json'))('sharp');
  fs.mkdirSync(PICTURES, { recursive: true });
  await sharp(path.join(folder, `${name}-1366.png`))
    .resize({ width: WIDTH })
    .webp({ quality: QUALITY })
    .toFile(path.join(PICTURES, `${name}.webp`));
}
