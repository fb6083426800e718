import {
  askForMore,
  askToCommit,
  chooseKind,
  drawSample,
  openStep,
  saveIncomplete,
  signSample,
  tryList,
  typeWrongNumber,
} from './acts.mjs';

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
    { name: 'warnings-regions', user: 'demo-county', path: '/warnings?view=regions' },
    { name: 'warnings-special', user: 'demo-county', path: '/warnings?tab=special' },
    {
      name: 'warnings-adopt-all',
      user: 'demo-clerk',
      path: '/warnings?kind=idError',
      act: (page) => page.getByRole('button', { name: '批量采用建议号码' }).click(),
    },
    {
      name: 'warnings-marked',
      user: 'demo-clerk',
      path: '/warnings?kind=evidenceMissing',
      act: (page) => page.getByRole('link', { name: '上传佐证材料' }).first().click(),
    },
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
      // Nobody else's pictures need this account: its password is another one afterwards.
      path: '/users?name=demo-township-clerk',
      act: async (page) => {
        await page.getByRole('button', { name: /^更多操作/ }).click();
        await page.getByRole('menuitem', { name: '重置密码' }).click();
        await page.getByRole('button', { name: '重置密码' }).click();
        await page.getByLabel('密码条').waitFor();
      },
    },
    {
      name: 'users-batch',
      user: 'demo-county',
      path: '/users',
      act: (page, isPhone) => (isPhone ? undefined : page.getByRole('button', { name: '批量新增' }).click()),
    },
    { name: 'users-security', user: 'demo-security', path: '/users' },
    { name: 'workbench-security', user: 'demo-security', path: '/' },
    { name: 'security', user: 'demo-security', path: '/security' },
    { name: 'security-all', user: 'demo-security', path: '/security?tab=all' },
    {
      name: 'security-disable',
      user: 'demo-security',
      path: '/security?tab=all',
      act: (page) => page.getByRole('button', { name: '停用：demo-clerk', exact: true }).click(),
    },
    { name: 'security-policy', user: 'demo-security', path: '/security?tab=policy' },
    { name: 'samples', user: 'demo-township-reviewer', path: '/reviews/samples' },
    {
      name: 'samples-draw',
      user: 'demo-township-reviewer',
      path: '/reviews/samples',
      act: (page) => page.getByRole('button', { name: '新的抽查' }).click(),
    },
    { name: 'sample', user: 'demo-township-reviewer', path: '/reviews/samples', act: drawSample },
    { name: 'sample-signed', user: 'demo-township-reviewer', path: '/reviews/samples', act: signSample },
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
    { name: 'options-rules', user: 'demo-configurator', path: '/options?subject=warnings' },
    {
      name: 'options-rule-effect',
      user: 'demo-configurator',
      path: '/options?subject=warnings',
      act: async (page) => {
        await page.getByLabel('填成残疾人证号').uncheck();
        await page.getByRole('button', { name: '试算并发布' }).first().click();
        await page.getByRole('table', { name: '各县的变化' }).waitFor();
      },
    },
    { name: 'regions', user: 'demo-configurator', path: '/regions?region=520425' },
    {
      name: 'regions-merge',
      user: 'demo-configurator',
      path: '/regions?region=520425',
      act: async (page) => {
        await page.getByRole('button', { name: /^合并/ }).first().click();
        await page.getByLabel('并入').selectOption({ index: 2 });
        await page.getByLabel('调整依据（文号）').fill('民发〔2026〕1号');
        await page.getByRole('button', { name: '预览影响' }).click();
        await page.getByRole('region', { name: '代码对照' }).waitFor();
      },
    },
    { name: 'password', user: 'demo-clerk', path: '/password' },
    { name: 'not-found', user: 'demo-clerk', path: '/nowhere' },
  ];
}
