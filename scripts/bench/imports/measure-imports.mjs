import path from 'node:path';
import { createRequire } from 'node:module';
import { runToEnd } from '../../child-process.mjs';
import { ROOT } from '../../places.mjs';
import { whileServing } from '../../start/while-serving.mjs';
import { importFirstHouseholds, importNewHouseholds, tryPersons } from './commands.mjs';
import { commitLists, undoNewHouseholds } from './commits.mjs';
import { exportHouseholds } from './exports.mjs';
import { mergeCounties } from './merge.mjs';
import { changeOptions } from './options.mjs';
import { verdicts } from './verdicts.mjs';

const require = createRequire(path.join(ROOT, 'cms/package.json'));
const { Client } = require('pg');

/** What is measured, in this order; the merge takes a county of the map away for good, so that it is measured only when it is named. */
const BY_COMMAND = { trial: tryPersons, first: importFirstHouseholds, new: importNewHouseholds };
const BY_APPLICATION = {
  undo: undoNewHouseholds,
  commits: commitLists,
  exports: exportHouseholds,
  options: changeOptions,
};
const ONLY_BY_NAME = { merge: mergeCounties };

/**
 * `npm run bench -- --imports`: writes large lists about the households of the database into its folder `lists` and measures what the bars of imports,
 * exports and configuration ask. `--only trial,first,new,undo,commits,exports,options,merge` measures some of it.
 * @param {{ env: NodeJS.ProcessEnv, dataDir: string, households: string, database: { url: string, folder: string }, words: readonly string[] }} run
 * @returns {Promise<number>} 1 when a bar was missed
 */
export async function measureImports({ env, dataDir, households, database, words }) {
  const only = partsNamed(words);
  const chosen = (parts) =>
    Object.entries(parts).flatMap(([name, part]) => (!only || only.includes(name) ? [part] : []));
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  try {
    const folder = path.join(dataDir, 'lists');
    const verdict = verdicts(Number(households));
    const run = { env, database, folder, owner, verdict };
    const byCommand = chosen(BY_COMMAND);
    const byApplication = [...chosen(BY_APPLICATION), ...(only ? chosen(ONLY_BY_NAME) : [])];
    if (!only || only.some((name) => ['trial', 'first', 'new', 'commits'].includes(name)))
      await makeLists({ folder, households, env, number: await nextImport(owner) });
    for (const part of byCommand) await part(run);
    if (byApplication.length > 0)
      await whileServing(env, async (url) => {
        for (const part of byApplication) await part({ ...run, url });
      });
    return verdict.missed() ? 1 : 0;
  } finally {
    await owner.end();
  }
}

/** The parts that `--only` names; undefined without it. Throws when it names none that there is. */
function partsNamed(words) {
  if (!words.includes('--only')) return undefined;
  const known = Object.keys({ ...BY_COMMAND, ...BY_APPLICATION, ...ONLY_BY_NAME });
  const named = (words[words.indexOf('--only') + 1] ?? '').split(',');
  if (!named.every((name) => known.includes(name))) throw new Error(`--only 可选：${known.join('、')}`);
  return named;
}

/** The lists differ from run to run by this number, so that every run has rows to write. */
async function nextImport(owner) {
  const { rows } = await owner.query('select coalesce(max(id), 0) + 1 as number from anju.import_batch');
  return String(rows[0].number);
}

async function makeLists({ folder, households, env, number }) {
  const maker = path.join(ROOT, 'tests/fixtures/make-large-lists.mjs');
  const made = await runToEnd(process.execPath, [maker, folder, households, number], { env });
  if (made.code !== 0) throw new Error('名单没有备好，原因见上。');
}
