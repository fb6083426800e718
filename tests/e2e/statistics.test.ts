import type { Page } from 'playwright-core';
import { heading, numberIn, see, signedIn } from './person';
import { countsOfRow, totalsByKind } from './statistics-page';
import { openStage } from './stage';

const COUNTY = '紫云苗族布依族自治县';

const stage = openStage();

/** The region whose table is shown, as the path above it says. */
function shownRegion(page: Page, name: string) {
  return page.getByRole('navigation', { name: '统计地区' }).getByText(name, { exact: true });
}

/** A township of the county that has households, and how many; as the database counts them. */
async function aTownship(): Promise<{ name: string; code: string; households: number }> {
  const { rows } = await stage.app.owner.query<{ name: string; code: string; households: number }>(
    `select r.name, r.code, count(*)::int as households
       from households h join regions r on r.code = left(h.region_code, 9)
      where h.source = 'registry' and h.region_code like '520425%' group by r.code, r.name order by 3 desc limit 1`,
  );
  const [township] = rows;
  if (!township) throw new Error('The demonstration has no township in 520425');
  return township;
}

test('counts are drilled down from county to township to village, and up again by the path', async () => {
  const township = await aTownship();
  const page = await signedIn(stage.browser, 'demo-county');
  const total = await totalsByKind(page);
  const counted = await stage.app.owner.query<{ n: number }>(
    "select count(*)::int as n from households where source = 'registry' and region_code like '520425%'",
  );
  expect(total.N).toBe(counted.rows[0]?.n);
  const row = await countsOfRow(page, township.name);
  expect(row.N).toBe(township.households);
  expect(row.N).toBe(row.originalSafe + row.safeAfterRenovation + row.safeByProvision + row.unrecognised);

  await page.getByRole('rowheader').getByRole('link', { name: township.name, exact: true }).click();
  await see(shownRegion(page, township.name));
  expect(await totalOnceShown(page, township.households)).toBe(township.households);
  const villages = await page.getByRole('rowheader').allTextContents();
  expect(villages.length).toBeGreaterThan(2);
  expect(await page.getByRole('rowheader').getByRole('link').count()).toBe(0);

  await page.getByRole('navigation', { name: '统计地区' }).getByRole('link', { name: COUNTY }).click();
  expect(await totalOnceShown(page, total.N)).toBe(total.N);
});

/** The 合计 of the table, once it shows this count. */
async function totalOnceShown(page: Page, count: number): Promise<number> {
  const total = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '合计', exact: true }) });
  await see(total.getByRole('cell').first().getByText(count.toLocaleString('zh-CN'), { exact: true }));
  return numberIn(await total.getByRole('cell').first().textContent());
}

test('a region that the city sees is drilled into down to the villages', async () => {
  const township = await aTownship();
  const page = await signedIn(stage.browser, 'demo-city');
  await totalsByKind(page);
  for (const name of [COUNTY, township.name]) {
    await page.getByRole('rowheader').getByRole('link', { name, exact: true }).click();
    await see(shownRegion(page, name));
  }
  expect(await totalOnceShown(page, township.households)).toBe(township.households);
});

test('every kind of count opens the list with exactly that many households', async () => {
  const page = await signedIn(stage.browser, 'demo-county');
  const total = await totalsByKind(page);
  const columns = ['N', 'originalSafe', 'safeAfterRenovation', 'safeByProvision', 'unrecognised'] as const;
  for (const column of columns) {
    await totalsByKind(page);
    const cell = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: '合计', exact: true }) })
      .getByRole('cell')
      .nth(CELLS[column]);
    await cell.getByRole('link').click();
    await see(heading(page, '住房保障信息查询'));
    await see(page.getByText(`共 ${total[column].toLocaleString('zh-CN')} 户`));
    const rows = await page
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: '查看' }) })
      .count();
    expect(rows).toBe(Math.min(25, total[column]));
  }
});

const CELLS = { N: 0, originalSafe: 1, safeAfterRenovation: 2, safeByProvision: 6, unrecognised: 9 } as const;

test('scope and region stand in the address and survive a reload', async () => {
  const township = await aTownship();
  const page = await signedIn(stage.browser, 'demo-county');
  await totalsByKind(page);
  await page.getByRole('tab', { name: '录入情况统计' }).click();
  await page
    .getByRole('region', { name: '录入情况统计表格' })
    .getByRole('link', { name: township.name, exact: true })
    .click();
  await see(shownRegion(page, township.name));
  await page.getByRole('group', { name: '统计范围' }).getByRole('button', { name: '库外' }).click();
  const pressed = page.getByRole('button', { name: '库外', pressed: true });
  await see(pressed);
  expect(page.url()).toContain(township.code);
  // Nothing is kept of that day.
  stage.browser.expectStatus(400);
  await page.getByLabel('截至日期').fill('2020年6月1日');
  await page.getByLabel('截至日期').press('Enter');
  await page.waitForURL((url) => url.hash.includes('2020-06-01'));
  await page.getByLabel('截至日期').fill('');
  await page.getByLabel('截至日期').press('Enter');
  await page.waitForURL((url) => !url.hash.includes('2020-06-01'));
  await page.reload();
  await see(pressed);
  await see(shownRegion(page, township.name));
  expect(await page.getByRole('tab', { name: '录入情况统计' }).getAttribute('aria-selected')).toBe('true');
  await page.getByRole('button', { name: '全部', exact: true }).click();
  await see(page.getByRole('button', { name: '全部', pressed: true }));
  expect(await totalOnceShown(page, township.households)).toBe(township.households);
});

test('a count of a single option opens its list, and the chip that says so takes the condition away again', async () => {
  const page = await signedIn(stage.browser, 'demo-county');
  await totalsByKind(page);
  await page.getByRole('tab', { name: '农村危房改造' }).click();
  const table = page.getByRole('region', { name: '农村危房改造情况表格' });
  const total = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '合计', exact: true }) });
  await see(total);
  const renovated = numberIn(await total.getByRole('cell').first().textContent());
  const strengthened = total.getByRole('cell').nth(STRENGTHENED);
  const count = numberIn(await strengthened.textContent());
  expect(count).toBeLessThan(renovated);
  await strengthened.getByRole('link').click();
  await see(page.getByText(`共 ${count.toLocaleString('zh-CN')} 户`));
  await page.getByRole('button', { name: '去掉条件：改造方式 修缮加固' }).click();
  await see(page.getByText(`共 ${renovated.toLocaleString('zh-CN')} 户`));
});

/** 改造方式 修缮加固 stands after the whole and the four results. */
const STRENGTHENED = 5;

test('who left poverty is counted from the list only', async () => {
  const page = await signedIn(stage.browser, 'demo-county');
  await totalsByKind(page);
  await page.getByRole('button', { name: '库外' }).click();
  await page.getByRole('tab', { name: '脱贫情况统计' }).click();
  await see(page.getByRole('button', { name: '名单内', pressed: true }));
  expect(await page.getByRole('button', { name: '库外' }).isDisabled()).toBe(true);
});
