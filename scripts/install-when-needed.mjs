import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runToEnd } from './child-process.mjs';
import { withLock } from './lock.mjs';
import { CACHE, ROOT } from './places.mjs';

const PROGRESS_MS = 15_000;

/**
 * Runs `npm ci` when node_modules does not hold what package-lock.json says.
 * @param {string} [root] the checkout
 */
export async function installWhenNeeded(root = ROOT) {
  if (isInstalled(root)) return;
  const lock = path.join(root, path.relative(ROOT, CACHE), 'install.lock');
  const sayWaiting = () => console.log('另一个进程正在安装依赖，请稍候……');
  await withLock(lock, () => (isInstalled(root) ? undefined : install(root)), sayWaiting);
}

/**
 * Whether node_modules holds what package-lock.json says, by the stamp of the last look or by npm's own account.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = fingerprint(root);
  if (read(stampFile(root)) === wanted) return true;
  if (!matchesLock(root)) return false;
  noteInstalled(root, wanted);
  return true;
}

/** Spares the next look; a user who may not write the program's folder looks each time. */
function noteInstalled(root, wanted) {
  try {
    fs.writeFileSync(stampFile(root), wanted);
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
  }
}

async function install(root) {
  console.log('正在安装依赖（npm ci），首次约需一两分钟……');
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const progress = setInterval(() => console.log(`  仍在安装，已用 ${seconds()} 秒`), PROGRESS_MS);
  const { file, args, shell } = npm();
  const { code, printed } = await runToEnd(
    file,
    [...args, 'ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'],
    { cwd: root, quiet: true, shell },
  ).finally(() => clearInterval(progress));
  if (code !== 0) {
    throw new Error(`${printed}\n依赖安装失败。请检查网络和 npm 的 registry 设置，然后重新运行同一条命令。`);
  }
  fs.writeFileSync(stampFile(root), fingerprint(root));
  console.log(`依赖安装完成，用时 ${seconds()} 秒。`);
}

/** The npm that started this script, so that a version manager's choice holds; else the one on the path. */
function npm() {
  const started = process.env.npm_execpath ?? '';
  if (/npm-cli\.c?js$/.test(started)) return { file: process.execPath, args: [started], shell: false };
  return { file: 'npm', args: [], shell: process.platform === 'win32' };
}

/** Native packages differ by platform and by Node's binary interface. */
function fingerprint(root) {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${machine()}`;
}

function machine() {
  return `${process.platform}-${process.arch} ${process.versions.modules}\n`;
}

/** npm writes this account of a finished install itself, so a checkout that was installed by hand counts too. */
function matchesLock(root) {
  const account = read(path.join(root, 'node_modules/.package-lock.json'));
  const installedHere = read(stampFile(root))?.endsWith(machine()) ?? true;
  if (account === undefined || !installedHere) return false;
  const have = JSON.parse(account).packages;
  const want = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(
    ([place, entry]) =>
      !place.includes('node_modules/') ||
      (have[place] ? have[place].version === entry.version : entry.optional || entry.peer === true),
  );
}

function stampFile(root) {
  return path.join(root, 'node_modules/.anju-installed');
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}
