import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runTool } from '../child-process.mjs';
import { ROOT } from '../places.mjs';

const TSC = 'node_modules/typescript/bin/tsc';

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} title what the operator reads
 * @property {string[]} sources files and folders, from the root, whose change asks for a build
 * @property {string[]} outputs folders that the build makes
 * @property {string[]} memory files in which the compiler remembers its outputs: never older than they are
 * @property {() => Promise<{ code: number, printed: string }>} build
 */

/** @returns {Part[][]} chains: the parts of one are built in order, the chains side by side */
export function buildParts() {
  return [[plugins(), cms(), panel()], [admin()]];
}

/** @returns {Part} */
function plugins() {
  const { references } = JSON.parse(fs.readFileSync(path.join(ROOT, 'tsconfig.json'), 'utf8'));
  const folders = references.map((reference) => reference.path);
  return {
    name: 'plugins',
    title: '插件',
    sources: ['tsconfig.json', 'tsconfig.base.json', ...folders],
    outputs: folders.map((folder) => `${folder}/dist`),
    memory: folders.map((folder) => `${folder}/tsconfig.tsbuildinfo`),
    build: () => runTool(TSC, ['-b'], { quiet: true }),
  };
}

/** @returns {Part} */
function cms() {
  return {
    name: 'cms',
    title: '服务端',
    sources: ['tsconfig.base.json', 'cms/config', 'cms/src', 'cms/tsconfig.json'],
    outputs: ['cms/dist'],
    memory: ['.cache/cms.tsbuildinfo'],
    build: () => runTool(TSC, ['-p', 'cms'], { quiet: true }),
  };
}

/** @returns {Part} */
function admin() {
  return {
    name: 'admin',
    title: '界面',
    sources: ['admin', 'plugins/domain/src'],
    outputs: ['admin/dist'],
    memory: [],
    build: () =>
      runTool(viteProgram(), ['build'], {
        cwd: path.join(ROOT, 'admin'),
        env: { ...process.env, NODE_ENV: 'production' },
        quiet: true,
      }),
  };
}

/**
 * Strapi's own panel: half a minute and 2 GB, so only where ANJU_PANEL asks for it.
 * @returns {Part}
 */
function panel() {
  return {
    name: 'panel',
    title: '系统管理面板',
    sources: ['cms/package.json', 'cms/src/admin'],
    outputs: ['cms/dist/build'],
    memory: [],
    build: () =>
      runTool(path.join(ROOT, 'node_modules/@strapi/strapi/bin/strapi.js'), ['build'], {
        cwd: path.join(ROOT, 'cms'),
        env: { ...process.env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
        quiet: true,
      }),
  };
}

/** The Vite of admin/: Strapi brings an older one of its own. */
export function viteProgram() {
  const require = createRequire(path.join(ROOT, 'admin/package.json'));
  return path.join(path.dirname(require.resolve('vite/package.json')), 'bin/vite.js');
}
