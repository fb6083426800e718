import fs from 'node:fs';
import path from 'node:path';
import { newFolder, removeFolders } from '../processes/embedded-server';
import { endPrograms, startProgram } from '../processes/started-program';

afterAll(async () => {
  await endPrograms();
  removeFolders();
});

test('a checkout without node_modules is installed once, then left alone', async () => {
  const checkout = aCheckout();
  await expect(install(checkout)).resolves.toEqual({ code: 0, installed: true });
  expect(fs.existsSync(path.join(checkout, 'node_modules/leaf/package.json'))).toBe(true);
  await expect(install(checkout)).resolves.toEqual({ code: 0, installed: false });
});

test('a changed package-lock.json is installed again', async () => {
  const checkout = aCheckout();
  await install(checkout);
  writeWorkspaces(checkout, ['leaf', 'second']);
  await expect(install(checkout)).resolves.toEqual({ code: 0, installed: true });
});

test('what was installed by hand counts', async () => {
  const checkout = aCheckout();
  await install(checkout);
  fs.rmSync(path.join(checkout, 'node_modules/.anju-installed'));
  await expect(install(checkout)).resolves.toEqual({ code: 0, installed: false });
});

test('of two starts at once only one installs', async () => {
  const checkout = aCheckout();
  const both = await Promise.all([install(checkout), install(checkout)]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(both.filter(({ installed }) => installed)).toHaveLength(1);
});

test('an install that fails shows what npm said and the way out', async () => {
  const checkout = aCheckout();
  fs.writeFileSync(
    path.join(checkout, 'package.json'),
    JSON.stringify({ name: 'checkout', dependencies: { other: '1.0.0' } }),
  );
  const program = startProgram('install.mjs', [checkout]);
  await expect(program.ended).resolves.toBe(1);
  expect(program.printed()).toMatch(/npm error.*依赖安装失败/s);
  await expect(install(checkout)).resolves.toMatchObject({ code: 1 });
});

async function install(checkout: string): Promise<{ code: number; installed: boolean }> {
  const program = startProgram('install.mjs', [checkout]);
  const code = await program.ended;
  return { code, installed: program.printed().includes('依赖安装完成') };
}

/** A checkout whose dependencies are folders of its own, so that installing them needs no network. */
function aCheckout(): string {
  const checkout = newFolder();
  writeWorkspaces(checkout, ['leaf']);
  return checkout;
}

function writeWorkspaces(checkout: string, workspaces: readonly string[]): void {
  const packages: Record<string, unknown> = { '': { name: 'checkout', version: '1.0.0', workspaces } };
  for (const name of workspaces) {
    fs.mkdirSync(path.join(checkout, name), { recursive: true });
    fs.writeFileSync(path.join(checkout, name, 'package.json'), JSON.stringify({ name, version: '1.0.0' }));
    packages[name] = { version: '1.0.0' };
    packages[`node_modules/${name}`] = { resolved: name, link: true };
  }
  const root = { name: 'checkout', version: '1.0.0' };
  fs.writeFileSync(path.join(checkout, 'package.json'), JSON.stringify({ ...root, workspaces }));
  const lock = { ...root, lockfileVersion: 3, requires: true, packages };
  fs.writeFileSync(path.join(checkout, 'package-lock.json'), JSON.stringify(lock));
}
