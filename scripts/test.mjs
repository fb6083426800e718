import fs from 'node:fs';
import path from 'node:path';
import { buildWhenNeeded } from './build-when-needed.mjs';
import { runScript, runTool } from './child-process.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';
import { CACHE, ROOT } from './places.mjs';
import { startEmbedded } from './embedded-postgres.mjs';

const JEST = 'node_modules/jest/bin/jest.js';
const RESULT = path.join(CACHE, 'jest-result.json');
const SUMMARY = path.join(CACHE, 'test-summary.txt');

runScript(async () => {
  fs.rmSync(RESULT, { force: true });
  fs.rmSync(SUMMARY, { force: true });
  await installWhenNeeded();
  await buildWhenNeeded();
  const code = await onTestDatabase(runJest);
  const { summary, failed } = summarise();
  fs.writeFileSync(SUMMARY, `${summary}\n`);
  console.log(summary);
  return failed ? 1 : code;
});

/** One server for the whole run, whose owner may make the databases that test files clone from a template. */
async function onTestDatabase(work) {
  if (process.env.ANJU_TEST_DATABASE_URL) return work({ url: process.env.ANJU_TEST_DATABASE_URL });
  const database = await startEmbedded({ ephemeral: true });
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}

async function runJest({ url, folder = '' }) {
  const workers = process.env.ANJU_TEST_WORKERS ?? '3';
  const { code } = await runTool(
    JEST,
    [
      ...['--config', 'tests/jest.config.js', '--ci', '--json', `--outputFile=${RESULT}`],
      ...(workers === '1' ? ['--runInBand'] : [`--maxWorkers=${workers}`]),
      ...process.argv.slice(2),
    ],
    { env: { ...process.env, NODE_ENV: 'test', ANJU_TEST_DATABASE_URL: url, ANJU_TEST_DATABASE_FOLDER: folder } },
  );
  return code;
}

/** A test file that could not even be loaded counts as a failure. */
function summarise() {
  if (!fs.existsSync(RESULT)) return { summary: '0 passed, 1 failed', failed: true };
  const result = JSON.parse(fs.readFileSync(RESULT, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const skipped = result.numPendingTests + result.numTodoTests;
  const summary = `${result.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return { summary, failed: failed > 0 || !result.success };
}
