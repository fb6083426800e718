import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../places.mjs';

const LIST = path.join(ROOT, 'tests/fixtures/household-list.csv');

/**
 * @typedef {object} Screen
 * @property {string} name the file's name
 * @property {string} [user] who looks; nobody is signed in when absent
 * @property {string} path below `/#`
 * @property {(page: import('playwright-core').Page, isPhone: boolean) => Promise<unknown>} [act] what is done before the picture
 */

/**
 * Every screen, as the user whom it is for.
 * @param {Awaited<ReturnType<typeof import('./households.mjs').fittingHouseholds>>} households
 * @returns {readonly Screen[]}
 */
export function screens(households) {
  return [
    { name: 'sign-in', path: '/login' },
    { name: 'sign-in-refused', path: '/login', act: (page) => page.getByRole('button', { name: '登录' }).click() },
    { name: 'workbench-clerk', user: 'demo-clerk', path: '/' },
    { name: 'workbench-city', user: 'demo-city', path: '/' },
    { name: 'workbench-township-unset', user: 'demo-township-unset', path: '/' },
    { name: 'entry-list', user: 'demo-clerk', path: '/entry' },
    { name: 'off-list', user: 'demo-clerk', path: '/off-list' },
    { name: 'off-list-number', user: 'demo-clerk', path: '/off-list/new' },
    {
      name: 'off-list-household',
      user: 'demo-clerk',
      path: '/off-list/new',
      act: async (page) => {
        await page.getByRole('button', { name: '没有身份证号' }).click();
        await page.getByRole('button', { name: '添加成员' }).click();
      },
    },
    { name: 'query-list', user: 'demo-county', path: '/query' },
    {
      name: 'query-recognised',
      user: 'demo-county',
      path: '/query',
      act: (page) => page.getByRole('tab', { name: /^已认定/ }).click(),
    },
    {
      name: 'query-empty',
      user: 'demo-county',
      path: `/query?filter=${encodeURIComponent('{"entryPerson":"查无此人"}')}`,
    },
    { name: 'form-empty', user: 'demo-clerk', path: `/entry/${households.unrecognised}` },
    {
      name: 'form-original-safe',
      user: 'demo-clerk',
      path: `/entry/${households.unrecognised}`,
      act: chooseKind('原住房鉴定（评定）安全'),
    },
    {
      name: 'form-relocation',
      user: 'demo-clerk',
      path: `/entry/${households.unrecognised}`,
      act: chooseKind('易地扶贫搬迁'),
    },
    {
      name: 'form-archive',
      user: 'demo-clerk',
      path: `/entry/${households.archived}`,
      act: chooseKind('农村危房改造'),
    },
    { name: 'form-wrong-number', user: 'demo-clerk', path: `/entry/${households.unrecognised}`, act: typeWrongNumber },
    { name: 'form-faults', user: 'demo-clerk', path: `/entry/${households.unrecognised}`, act: saveIncomplete },
    { name: 'form-evidence', user: 'demo-clerk', path: `/entry/${households.recognised}`, act: openStep('材料') },
    { name: 'form-persons', user: 'demo-clerk', path: `/entry/${households.recognised}`, act: openStep('人员') },
    { name: 'form-recognised', user: 'demo-clerk', path: `/entry/${households.renovated}` },
    { name: 'reviews-township', user: 'demo-township-reviewer', path: '/reviews' },
    { name: 'reviews-county', user: 'demo-county-reviewer', path: '/reviews' },
    { name: 'record', user: 'demo-county', path: `/households/${households.recognised}` },
    { name: 'record-renovation', user: 'demo-clerk', path: `/households/${households.renovated}` },
    { name: 'record-foreign', user: 'demo-other-clerk', path: `/households/${households.recognised}` },
    { name: 'renovations', user: 'demo-clerk', path: '/renovations' },
    { name: 'renovations-doubtful', user: 'demo-clerk', path: '/renovations?tab=doubtful' },
    { name: 'renovations-empty', user: 'demo-clerk', path: '/renovations?tab=unlinked&planYear=2008' },
    { name: 'renovation-new', user: 'demo-clerk', path: '/renovations/new' },
    {
      name: 'renovation',
      user: 'demo-clerk',
      path: '/renovations?tab=doubtful',
      act: (page) => page.locator('.name a').first().click(),
    },
    {
      name: 'recognise-linked',
      user: 'demo-clerk',
      path: '/entry',
      act: async (page, isPhone) => {
        if (isPhone) return;
        await page.getByRole('button', { name: '按关联信息认定' }).click();
        await page.getByRole('button', { name: /^认定 / }).waitFor();
      },
    },
    {
      name: 'form-relocation-listed',
      user: 'demo-clerk',
      path: `/entry/${households.relocated}`,
      act: chooseKind('易地扶贫搬迁'),
    },
    { name: 'record-relocation', user: 'demo-clerk', path: `/households/${households.relocated}` },
    { name: 'warnings', user: 'demo-clerk', path: '/warnings' },
    { name: 'journal', user: 'demo-auditor', path: '/journal' },
    {
      name: 'journal-verified',
      user: 'demo-auditor',
      path: '/journal',
      act: (page) => page.getByRole('button', { name: '校验完整性' }).click(),
    },
    { name: 'warnings-identity', user: 'demo-clerk', path: '/warnings?kind=idError' },
    {
      name: 'warnings-explain',
      user: 'demo-clerk',
      path: '/warnings?kind=evidenceMissing',
      act: (page) => page.getByRole('button', { name: '填写说明' }).first().click(),
    },
    { name: 'warnings-county', user: 'demo-county', path: '/warnings?kind=safeguardOverlap' },
    { name: 'statistics-kinds', user: 'demo-county', path: '/statistics' },
    { name: 'statistics-entry', user: 'demo-county', path: '/statistics?table=T2' },
    { name: 'statistics-exit', user: 'demo-county', path: '/statistics?table=T3' },
    { name: 'statistics-original', user: 'demo-county', path: '/statistics?table=T4' },
    { name: 'statistics-renovation', user: 'demo-county', path: '/statistics?table=T5' },
    { name: 'statistics-relocation', user: 'demo-county', path: '/statistics?table=T6' },
    { name: 'statistics-other-means', user: 'demo-county', path: '/statistics?table=T9' },
    {
      name: 'statistics-list',
      user: 'demo-county',
      path: `/query?filter=${encodeURIComponent('{"kind":["renovation"],"renovationMode":["repairStrengthen"],"source":"registry"}')}`,
    },
    { name: 'statistics-city', user: 'demo-city', path: '/statistics' },
    { name: 'import', user: 'demo-province', path: '/import' },
    { name: 'import-tried', user: 'demo-province', path: '/import', act: tryList },
    { name: 'import-commit', user: 'demo-province', path: '/import', act: askToCommit },
    {
      name: 'export',
      user: 'demo-county',
      path: '/query',
      act: async (page) => {
        await page.getByRole('button', { name: '导出', exact: true }).click();
        await page.getByRole('button', { name: '导出 XLSX' }).click();
        await page
          .getByRole('button', { name: /^下载 / })
          .first()
          .waitFor();
      },
    },
    { name: 'users', user: 'demo-county', path: '/users' },
    { name: 'users-province', user: 'demo-province', path: '/users' },
    { name: 'users-empty', user: 'demo-county', path: '/users?name=nobody' },
    {
      name: 'users-new',
      user: 'demo-county',
      path: '/users',
      act: async (page) => {
        await page.getByRole('button', { name: '新增用户' }).click();
        await page.getByRole('button', { name: '开通账号' }).click();
      },
    },
    {
      name: 'users-slip',
      user: 'demo-county',
      path: '/users?name=demo-county-reviewer',
      act: async (page) => {
        await page.getByRole('button', { name: /^更多操作/ }).click();
        await page.getByRole('menuitem', { name: '重置密码' }).click();
        await page.getByRole('button', { name: '重置密码' }).click();
        await page.getByLabel('密码条').waitFor();
      },
    },
    { name: 'options', user: 'demo-configurator', path: '/options?subject=renovationMode' },
    {
      name: 'options-edit',
      user: 'demo-configurator',
      path: '/options?subject=otherMeansType',
      act: (page) => page.getByRole('button', { name: '修改“租住”' }).click(),
    },
    {
      name: 'options-retire',
      user: 'demo-configurator',
      path: '/options?subject=otherMeansType',
      act: async (page) => {
        await page.getByRole('button', { name: '“租住”的更多操作' }).click();
        await page.getByRole('menuitem', { name: '停用…' }).click();
      },
    },
    { name: 'options-evidence', user: 'demo-configurator', path: '/options?subject=evidence' },
    { name: 'options-evidence-effect', user: 'demo-configurator', path: '/options?subject=evidence', act: askForMore },
    {
      name: 'options-preview',
      user: 'demo-configurator',
      path: '/options?subject=evidence',
      act: (page) => page.getByRole('button', { name: '按录入人查看' }).click(),
    },
    { name: 'options-form', user: 'demo-configurator', path: '/options?subject=form' },
    { name: 'password', user: 'demo-clerk', path: '/password' },
    { name: 'not-found', user: 'demo-clerk', path: '/nowhere' },
  ];
}

/** Asks for a paper of every relocated household and counts what that does. */
async function askForMore(page) {
  await page.getByRole('tab', { name: '易地扶贫搬迁' }).click();
  await page.getByRole('button', { name: '新增必需材料' }).click();
  await page.getByRole('button', { name: '预览影响并发布' }).click();
  await page.getByText(/户缺少佐证/).waitFor();
}

function openStep(name) {
  return (page, isPhone) =>
    isPhone && page.getByRole('navigation', { name: '分节' }).getByRole('button', { name }).click();
}

function chooseKind(kind) {
  return async (page, isPhone) => {
    await openStep('保障')(page, isPhone);
    await page.getByRole('radio', { name: kind, exact: true }).check();
  };
}

/** A number of 20 digits, as a disability card has it, brings its explanation and a proposal. */
async function typeWrongNumber(page, isPhone) {
  await openStep('名单')(page, isPhone);
  await page
    .getByLabel(/身份证号（更正）$/)
    .first()
    .fill('69042519891208191X43');
}

/** A list of its own each time: the same file cannot be under way twice. */
async function tryList(page) {
  const list = fs.readFileSync(LIST, 'utf8').split('\r\n').slice(0, 400);
  const own = list.map((line) => line.replaceAll('LIST', `S${Date.now()}`)).join('\r\n');
  const file = { name: '2020年建档立卡贫困户名单.csv', mimeType: 'text/csv', buffer: Buffer.from(own) };
  await page.getByLabel('选择名单文件').setInputFiles(file);
  await page.getByRole('button', { name: '提交导入' }).waitFor();
}

async function askToCommit(page) {
  await tryList(page);
  await page.getByRole('button', { name: '提交导入' }).click();
}

async function saveIncomplete(page, isPhone) {
  await chooseKind('易地扶贫搬迁')(page, isPhone);
  await page.getByLabel('开工时间').fill('20200230');
  await page.getByRole('button', { name: '保存', exact: true }).click();
}
