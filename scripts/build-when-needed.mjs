import fs from 'node:fs';
import path from 'node:path';
import { Interrupted } from './child-process.mjs';
import { buildParts } from './compile/parts.mjs';
import { isCurrent, readStamp, sourcesOf, writeStamp } from './compile/stamp.mjs';
import { withLock } from './lock.mjs';
import { CACHE, ROOT } from './places.mjs';

/**
 * Builds each part whose sources are not those of its last build.
 * @param {string[]} [names] the parts that are wanted
 */
export async function buildWhenNeeded(names = ['plugins', 'cms', 'admin', ...panelWhenServed()]) {
  const stale = () =>
    buildParts().map((chain) => chain.filter((part) => names.includes(part.name) && !isCurrent(part)));
  if (stale().flat().length === 0) return;
  await withLock(
    path.join(CACHE, 'build.lock'),
    () => buildChains(stale()),
    () => console.log('另一个进程正在构建，请稍候……'),
  );
}

/** The panel is built only where it is served. */
export function panelWhenServed() {
  return process.env.ANJU_PANEL === '1' ? ['panel'] : [];
}

/** Builds every part from nothing. */
export async function buildEverything() {
  for (const part of buildParts().flat()) removeOutputs(part);
  await buildWhenNeeded();
}

async function buildChains(chains) {
  const results = await Promise.allSettled(chains.map(buildChain));
  const problems = results.flatMap(({ reason }) => reason ?? []);
  const interrupted = problems.find((problem) => problem instanceof Interrupted);
  if (problems.length > 0) throw interrupted ?? new Error(problems.map(({ message }) => message).join('\n'));
}

async function buildChain(parts) {
  for (const part of parts) await buildPart(part);
}

async function buildPart(part) {
  console.log(`正在构建${part.title}……`);
  const started = performance.now();
  const sources = sourcesOf(part);
  if (hasLeftovers(part, sources)) removeOutputs(part);
  const { code, printed } = await part.build();
  if (code !== 0) throw new Error(`${printed}\n构建${part.title}失败，错误见上。`);
  writeStamp(part, sources);
  console.log(`${part.title}构建完成，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒。`);
}

/** Compilers leave the output of a source that has gone, and Strapi would load it. */
function hasLeftovers(part, sources) {
  const last = readStamp(part);
  const missing = part.outputs.some((output) => !fs.existsSync(path.join(ROOT, output)));
  return missing || last === undefined || Object.keys(last).some((file) => !(file in sources));
}

function removeOutputs(part) {
  for (const place of [...part.outputs, ...part.memory]) {
    fs.rmSync(path.join(ROOT, place), { recursive: true, force: true });
  }
}
