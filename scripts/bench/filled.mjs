import fs from 'node:fs';
import path from 'node:path';
import { runToEnd } from '../child-process.mjs';
import { ROOT } from '../places.mjs';

/**
 * Fills an empty database with a province of demonstration data, once: the mark in its folder says with how many households. Throws when
 * it holds another number, since figures of one are none of the other.
 */
export async function fillOnce({ env, households, mark }) {
  if (fs.existsSync(mark)) {
    const filled = fs.readFileSync(mark, 'utf8').trim() || households; // older marks say nothing
    if (filled === households) return;
    throw new Error(
      `${path.dirname(mark)} 中装的是 ${filled} 户，不是 ${households} 户：请用 ANJU_DATA_DIR 指定另一个文件夹，或删除该文件夹后重试。`,
    );
  }
  console.log(`正在装入 ${households} 户演示数据（只在第一次）……`);
  await fillWithDemonstration(env, ['--households', households]);
  fs.writeFileSync(mark, `${households}\n`);
}

/** Fills an empty database with demonstration data. */
export async function fillWithDemonstration(env, words = []) {
  const demo = path.join(ROOT, 'cms/dist/src/commands/demo.js');
  const { code } = await runToEnd(process.execPath, [demo, ...words], { env });
  if (code !== 0) throw new Error('演示数据没有备好，原因见上。');
}
