import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runToEnd } from '../child-process.mjs';
import { startEmbedded } from '../embedded-postgres.mjs';
import { ROOT } from '../places.mjs';
import { whileServing } from '../start/while-serving.mjs';

/**
 * Runs the application on a throw-away database with 300 demonstration households while the work lasts.
 * @template T
 * @param {(url: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDemonstration(work) {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'anju-screenshots-'));
  const database = await startEmbedded({ ephemeral: true });
  try {
    const env = { ...process.env, DATABASE_URL: database.url, ANJU_DATA_DIR: dataDir, ANJU_EMBEDDED: '1' };
    console.log('正在准备 300 户演示数据……');
    const filled = await runToEnd(process.execPath, [path.join(ROOT, 'tests/harness/fill-template.cjs')], { env });
    if (filled.code !== 0) throw new Error('演示数据没有备好，原因见上。');
    return await whileServing(env, work);
  } finally {
    await database.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}
