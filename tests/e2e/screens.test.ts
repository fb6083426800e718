import type { Page } from 'playwright-core';
import { seriousFindings, sidewaysPixels } from '../harness/accessibility';
import { DESKTOP, PHONE, type ScreenSize } from '../harness/browser';
import { unrecognisedIds, withoutArchive } from '../integration/registry/register';
import { APPRAISAL_PAPER, aPhoto, HOUSE_PHOTO, ORIGINAL_SAFE, saveButton } from './form';
import { heading, see, signedIn } from './person';
import { openStage } from './stage';

let unrecognised: number;
let recognised: number;

const stage = openStage(async (stage) => {
  const [first] = await withoutArchive(stage.app, await unrecognisedIds(stage.app));
  const { rows } = await stage.app.owner.query<{ id: number }>(
    `select h.id from households h where h.recognised and h.region_code like '520425%'
        and exists (select from evidences e where e.household_id = h.id) order by h.id limit 1`,
  );
  if (first === undefined || !rows[0]) throw new Error('The demonstration has no fitting households');
  [unrecognised, recognised] = [first, rows[0].id];
});

/** Opens each screen of a signed-in clerk and waits until it shows what it is for. */
function screens(page: Page): readonly (readonly [string, string, () => Promise<void>])[] {
  return [
    ['工作台', '/', () => see(page.getByRole('link', { name: /^未认定/ }))],
    ['录入', '/entry', () => see(page.getByRole('link', { name: /录入认定信息/ }).first())],
    ['查询', '/query', () => see(page.getByText(/第 1–\d+ 户/))],
    ['库外名单', '/off-list', () => see(page.getByRole('link', { name: '新增' }))],
    ['新增库外户', '/off-list/new', () => openNewHousehold(page)],
    ['档案', '/renovations', () => see(page.getByText(/第 1–\d+ 份/))],
    ['新增档案', '/renovations/new', () => see(page.getByRole('button', { name: '保存' }))],
    ['表单', `/entry/${unrecognised}`, () => chooseOriginalSafe(page)],
    ['已认定的表单', `/entry/${recognised}`, () => see(saveButton(page))],
    ['记录', `/households/${recognised}`, () => see(page.getByRole('button', { name: /查看大图$/ }).first())],
    ['统计', '/statistics', () => see(page.getByText('各项合计一致'))],
    ['修改密码', '/password', () => see(page.getByLabel('当前密码'))],
    ['没有的页面', '/nowhere', () => see(page.getByText('地址有误，或链接已失效'))],
  ];
}

async function openNewHousehold(page: Page): Promise<void> {
  await page.getByRole('button', { name: '没有身份证号' }).click();
  await page.getByRole('button', { name: '添加成员' }).click();
  await see(page.getByRole('group', { name: '成员 1' }));
}

async function chooseOriginalSafe(page: Page): Promise<void> {
  await see(page.getByRole('radio').first());
  await page.getByRole('radio', { name: ORIGINAL_SAFE, exact: true }).check();
  await see(page.getByText('佐证材料', { exact: true }).first());
}

/** What is wrong with each screen at this size: sideways scrolling and serious findings of axe. */
async function faultsAt(size: ScreenSize): Promise<string[]> {
  const faults: string[] = [];
  const note = async (page: Page, name: string) => {
    const pixels = await sidewaysPixels(page);
    if (pixels > 0) faults.push(`${name}: scrolls sideways by ${pixels} pixels`);
    for (const finding of await seriousFindings(page)) faults.push(`${name}: ${finding}`);
  };
  const stranger = await stage.browser.page(size);
  await stranger.goto('/');
  await stranger.getByRole('button', { name: '登录' }).click();
  await see(stranger.getByRole('alert'));
  await note(stranger, '登录');
  const clerk = await signedIn(stage.browser, 'demo-clerk', size);
  for (const [name, path, isShown] of screens(clerk)) {
    await clerk.goto(`/#${path}`);
    await isShown();
    await note(clerk, name);
  }
  return faults;
}

test('at 1366×768 no screen scrolls sideways, and axe finds nothing serious', async () => {
  expect(await faultsAt(DESKTOP)).toEqual([]);
});

test('at 390×844 no screen scrolls sideways, and axe finds nothing serious', async () => {
  expect(await faultsAt(PHONE)).toEqual([]);
});

test('a phone has the menu as a tab bar and the list as cards', async () => {
  const page = await signedIn(stage.browser, 'demo-clerk', PHONE);
  const tabs = page.getByRole('navigation', { name: '主要页面' });
  await see(tabs);
  expect(await tabs.getByRole('link').allTextContents()).toEqual(['工作台', '录入', '查询', '预警']);
  const bar = await tabs.boundingBox();
  expect(Math.round((bar?.y ?? 0) + (bar?.height ?? 0))).toBe(PHONE.height);
  await tabs.getByRole('button', { name: '更多' }).tap();
  const others = page.getByRole('menuitem');
  expect(await others.allTextContents()).toEqual(['库外信息补录', '危房改造档案', '数据统计分析', '数据导入']);
  await others.filter({ hasText: '数据统计分析' }).tap();
  await see(heading(page, '数据统计分析'));
  await tabs.getByRole('link', { name: '录入' }).tap();
  const card = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: /^录入认定信息/ }) });
  await see(card.first());
  expect(await page.getByRole('table').count()).toBe(0);
  expect(await card.first().textContent()).toMatch(/69\d{4}\*{8}[\dX]{4}/);
  await page.getByRole('button', { name: /^查询条件/ }).tap();
  await see(page.getByRole('dialog', { name: '查询条件' }).getByRole('button', { name: '查询', exact: true }));
});

test('a household is recognised on a phone by touch, photos included', async () => {
  const page = await signedIn(stage.browser, 'demo-clerk', PHONE);
  await page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '录入' }).tap();
  const card = page
    .getByRole('listitem')
    .filter({ hasNotText: /危改档案|搬迁名单/ })
    .filter({ has: page.getByRole('link', { name: /^录入认定信息/ }) });
  await card
    .first()
    .getByRole('link', { name: /^录入认定信息/ })
    .tap();
  await see(heading(page, '录入认定信息'));
  const step = (name: string | RegExp) => page.getByRole('navigation', { name: '分节' }).getByRole('button', { name });
  await step('人员').tap();
  await page.getByLabel('乡镇审核人').fill('伍国栋');
  await page.getByLabel('县级主管部门审核人').fill('班玉梅');
  await step('保障').tap();
  await page.getByText(ORIGINAL_SAFE, { exact: true }).tap();
  await page.getByLabel('鉴定（评定）结果').selectOption({ label: '评定安全' });
  await page.getByLabel('鉴定（评定）人').fill('罗工程师');
  await page.getByLabel('鉴定（评定）时间').fill('2020.6.1');
  await step(/^材料/).tap();
  for (const category of [APPRAISAL_PAPER, HOUSE_PHOTO]) {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: `${category}：拍照` }).tap();
    await (await chooser).setFiles({ ...(await aPhoto(`${category}.jpg`, category.length * 9)) });
    await see(page.getByRole('button', { name: `查看${category}第 1 张` }));
  }
  const id = Number(/#\/entry\/(\d+)/.exec(page.url())?.[1]);
  await saveButton(page).tap();
  await see(page.getByText(/^已保存.*户的认定信息$/));
  const { rows } = await stage.app.owner.query(
    `select s.appraisal_result, to_char(s.appraisal_date, 'YYYY-MM-DD') as day,
       (select count(*)::int from evidences e where e.household_id = s.household_id) as photos
     from safeguards s where s.household_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ appraisal_result: 'assessedSafe', day: '2020-06-01', photos: 2 }]);
});
