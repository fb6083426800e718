import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runToEnd } from '../../child-process.mjs';
import { startEmbedded } from '../../embedded-postgres.mjs';
import { ROOT } from '../../places.mjs';
import { secondsOf } from '../figures.mjs';
import { fillWithDemonstration } from '../filled.mjs';
import { memoryOfChild } from './memory.mjs';
import { printStatements, statementsDuring } from './statements.mjs';

const COMMAND = path.join(ROOT, 'cms/dist/src/commands/import.js');

/** The workbook of persons tried by `npm run import -- --dry-run`. */
export async function tryPersons({ env, folder, verdict }) {
  const file = path.join(folder, 'household.xlsx');
  const { seconds, memory, printed } = await imported(env, [file, '--dry-run']);
  const megabytes = (fs.statSync(file).size / 1024 ** 2).toFixed(0);
  verdict.say(`workbook of persons (${megabytes} MB) tried`, seconds, 's', { most: 60, also: rowsOf(printed) });
  verdict.say('workbook of persons: memory of Node', memory, 'MiB', { most: 700 });
}

/** The same list as the first of a province: into a throw-away database that holds 300 households of the demonstration. */
export async function importFirstHouseholds({ env, folder, verdict }) {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'anju-bench-first-'));
  const database = await startEmbedded({ dataFolder: dataDir });
  try {
    const own = { ...env, DATABASE_URL: database.url, ANJU_DATA_DIR: dataDir };
    await fillWithDemonstration(own, ['--households', '300']);
    await importHouseholds('first list of a province', { env: own, folder, database, verdict, least: 2200 });
  } finally {
    await database.stop();
    // Where PostgreSQL's user cannot reach it, the database lies elsewhere.
    for (const folder of [dataDir, database.folder]) fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** New households committed by `npm run import` into the province, with all triggers on. */
export async function importNewHouseholds(run) {
  await importHouseholds('new households in the province', run);
}

async function importHouseholds(name, { env, folder, database, verdict, least }) {
  let run;
  const statements = await statementsDuring(database, async () => {
    run = await imported(env, [path.join(folder, NEW_HOUSEHOLDS)]);
  });
  const [, counted] = /户：新增 (\d+)/.exec(run.printed) ?? [];
  const households = Number(counted);
  const { seconds } = run;
  const also = `${households} in ${seconds.toFixed(1)} s, ${statements.recheck.toFixed(1)} s of it the recheck of the warnings`;
  verdict.say(`${name} by npm run import`, households / seconds, 'households/s', { least, also });
  verdict.say(`${name}: memory of Node`, run.memory, 'MiB', { most: 1024 });
  printStatements(statements);
}

/** The file of new households, as the maker of lists calls it. */
export const NEW_HOUSEHOLDS = 'new-households.csv';

async function imported(env, words) {
  let run;
  let seconds = 0;
  const memory = await memoryOfChild(process.pid, COMMAND, async () => {
    const command = [COMMAND, 'household', ...words, '--region', '52'];
    seconds = await secondsOf(async () => (run = await runToEnd(process.execPath, command, { env, quiet: true })));
  });
  if (run.code !== 0) throw new Error(run.printed);
  return { seconds, memory, printed: run.printed };
}

function rowsOf(printed) {
  return /共 \d+ 行，错误 \d+ 处/.exec(printed)?.[0] ?? '';
}
