import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CACHE, ROOT } from '../places.mjs';

const NOT_SOURCES = new Set(['node_modules', 'dist', 'build', 'tsconfig.tsbuildinfo']);

/**
 * A part's source files with the hash of each: contents, since a checkout changes times without changing sources.
 * @param {import('./parts.mjs').Part} part
 * @returns {Record<string, string>}
 */
export function sourcesOf(part) {
  const files = part.sources.flatMap((source) => filesUnder(source));
  return Object.fromEntries(files.sort().map((file) => [file, hashOf(file)]));
}

/**
 * Whether the part's last successful build was made from these very sources and is still there.
 * @param {import('./parts.mjs').Part} part
 */
export function isCurrent(part) {
  const whole = part.outputs.every((output) => fs.existsSync(path.join(ROOT, output)));
  return whole && JSON.stringify(readStamp(part)) === JSON.stringify(sourcesOf(part));
}

/**
 * The sources of the part's last successful build.
 * @param {import('./parts.mjs').Part} part
 * @returns {Record<string, string> | undefined}
 */
export function readStamp(part) {
  const file = stampFile(part);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}

/**
 * @param {import('./parts.mjs').Part} part
 * @param {Record<string, string>} sources
 */
export function writeStamp(part, sources) {
  fs.mkdirSync(path.dirname(stampFile(part)), { recursive: true });
  fs.writeFileSync(stampFile(part), JSON.stringify(sources));
}

function stampFile(part) {
  return path.join(CACHE, 'build', `${part.name}.json`);
}

function filesUnder(place) {
  const entry = fs.statSync(path.join(ROOT, place), { throwIfNoEntry: false });
  if (!entry) return [];
  if (entry.isFile()) return [place];
  return fs
    .readdirSync(path.join(ROOT, place))
    .filter((name) => !NOT_SOURCES.has(name))
    .flatMap((name) => filesUnder(`${place}/${name}`));
}

function hashOf(file) {
  return createHash('sha256')
    .update(fs.readFileSync(path.join(ROOT, file)))
    .digest('base64');
}
