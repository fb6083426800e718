// Plain JavaScript: `npm run screenshots` uses it too, without the tests' transformer.
const { spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } = require('node:fs');
const path = require('node:path');
const { chromium } = require('playwright-core');

const CACHE = path.join(__dirname, '..', '..', '.cache');

/** What the dynamic loader answers when a shared library of the program is not installed. */
const CANNOT_LOAD = 127;

/**
 * Starts headless Chromium: that of CHROME_PATH, else the one in the npm package (Linux on x64).
 * @returns {Promise<import('playwright-core').Browser>}
 */
async function launchChrome() {
  const { executablePath, env } = chromeProgram();
  try {
    // Containers and root have no user namespace for Chromium's sandbox; it only opens our own server.
    return await chromium.launch({ executablePath, env, headless: true, args: ['--no-sandbox'] });
  } catch (error) {
    throw new Error(`${executablePath} does not start. ${WAY_OUT}\n${error.message}`);
  }
}

const WAY_OUT =
  'The browser tests need Chrome or Chromium: set CHROME_PATH to its program, ' +
  'for example CHROME_PATH="/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" npm test';

function chromeProgram() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROME_PATH names no file: ${given}. ${WAY_OUT}`);
    return { executablePath: given, env: process.env };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `The npm package holds Chromium for Linux on x64 only, not ${process.platform}-${process.arch}. ${WAY_OUT}`,
    );
  }
  const folder = unpacked();
  const executablePath = path.join(folder, 'chromium');
  return { executablePath, env: { ...process.env, ...librariesFor(executablePath, folder) } };
}

/** The unpacked package, in a folder of its version: unpacked beside it and renamed, so that nobody meets half a file. */
function unpacked() {
  const manifest = path.join(path.dirname(require.resolve('@sparticuz/chromium')), '..', '..', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const folder = path.join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const own = mkdtempSync(`${folder}.`);
  // The package unpacks into the system's temporary folder, its libraries only where it believes to be in a cloud function.
  const { status, stderr } = spawnSync(
    process.execPath,
    ['-e', "require('@sparticuz/chromium').executablePath().catch((e) => { console.error(e); process.exit(1); })"],
    {
      cwd: __dirname,
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: own, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    },
  );
  if (status === 0) return settle(own, folder);
  rmSync(own, { recursive: true, force: true });
  throw new Error(`Chromium could not be unpacked into ${folder}. ${WAY_OUT}\n${stderr}`);
}

function settle(own, folder) {
  try {
    renameSync(own, folder);
  } catch (error) {
    // Another process was first; its copy is the same.
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** A bare machine lacks NSS: the package brings it along. */
function librariesFor(executablePath, folder) {
  if (spawnSync(executablePath, ['--version']).status !== CANNOT_LOAD) return {};
  const own = path.join(folder, 'al2023', 'lib');
  return { LD_LIBRARY_PATH: [own, process.env.LD_LIBRARY_PATH].filter(Boolean).join(path.delimiter) };
}

module.exports = { launchChrome };
