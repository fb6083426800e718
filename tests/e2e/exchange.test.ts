import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { seriousFindings, sidewaysPixels } from '../harness/accessibility';
import { DESKTOP, PHONE } from '../harness/browser';
import { smallList } from '../integration/exchange/exchange-doors';
import { see, signedIn } from './person';
import { openStage } from './stage';

const stage = openStage();

test('a list is uploaded, tried, corrected by its workbook of errors, confirmed and found in the history', async () => {
  // The demonstration's own batches would stand in the history.
  await stage.app.owner.query('delete from anju.import_batch');
  const page = await signedIn(stage.browser, 'demo-province');
  await page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '数据导入' }).click();
  await see(page.getByText('还没有导入过名单'));
  await choose(page, '名单一.csv', withWrongGender(smallList('W')));
  const card = page.getByRole('region', { name: '这次导入' });
  await see(card.getByText('待确认'));
  await see(card.getByText('性别只能是男、女'));
  expect(await cellsOf(page, '户')).toEqual(['2', '0', '0', expect.any(String), '1']);

  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('button', { name: '下载错误表' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('名单一-错误.xlsx');

  await card.getByRole('button', { name: '提交导入' }).click();
  const dialog = page.getByRole('dialog', { name: '把这份名单写入住户库？' });
  await see(dialog.getByText(/新增 2 户/));
  await dialog.getByRole('button', { name: '确认写入' }).click();
  await see(card.getByText('已导入', { exact: true }));
  const history = page.getByRole('region', { name: '导入记录' });
  await see(history.getByRole('button', { name: /名单一\.csv.*已导入.*新增 2.*演示省级主管/ }));
  const { rows } = await stage.app.owner.query<{ n: number }>(
    `select count(*)::integer as n from households where registry_number like 'LW%'`,
  );
  expect(rows[0]?.n).toBe(2);
});

test('a list that was given up writes nothing, and a file that is none says what it lacks', async () => {
  const page = await signedIn(stage.browser, 'demo-province');
  await page.goto('/#/import');
  const card = page.getByRole('region', { name: '这次导入' });
  await choose(page, '名单二.csv', smallList('V'));
  await see(card.getByText('待确认'));
  await card.getByRole('button', { name: '取消导入' }).click();
  await see(card.getByText('已取消'));
  await choose(page, '随便.csv', '姓名,年龄\n张三,30\n');
  await see(card.getByText(/名单表头缺少列/));
});

test('a county clerk names the columns of a list of archives, commits it and takes it back', async () => {
  const page = await signedIn(stage.browser, 'demo-clerk');
  await page.goto('/#/import');
  await page.getByRole('tab', { name: '农村危房改造档案' }).click();
  await choose(
    page,
    '档案.csv',
    '乡镇,村,建档人,身份证号,批次,改造方式\r\n猴场镇,,演示甲,690425197001010022,2018,修缮加固',
  );
  const card = page.getByRole('region', { name: '这次导入' });
  await see(card.getByText('待指定列'));
  const form = card.getByRole('form', { name: '指定列' });
  await form.getByLabel('建档人').selectOption('户主姓名');
  await form.getByLabel('批次').selectOption('列入计划的年度');
  await form.getByRole('button', { name: '按此重新试算' }).click();
  await see(card.getByText('待确认'));
  expect(await cellsOf(page, '份档案')).toEqual(['1', '0', '0', '0', '0']);
  await card.getByRole('button', { name: '提交导入' }).click();
  await page.getByRole('dialog', { name: '把这份档案写入住户库？' }).getByRole('button', { name: '确认写入' }).click();
  await see(card.getByText('已导入', { exact: true }));
  await card.getByRole('button', { name: '撤销这次导入' }).click();
  await page.getByRole('dialog', { name: '撤销这次导入？' }).getByRole('button', { name: '确认撤销' }).click();
  await see(card.getByText('已撤销', { exact: true }));
  const history = page.getByRole('region', { name: '导入记录' });
  await see(history.getByRole('button', { name: /档案\.csv.*农村危房改造档案.*已撤销/ }));
});

test('the list on the screen is exported with its conditions and downloaded', async () => {
  const page = await signedIn(stage.browser, 'demo-county');
  await page.goto('/#/query');
  await page.getByRole('tab', { name: /^已认定/ }).click();
  await see(page.getByText(/^共 [\d,]+ 户$/));
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '导出当前条件下的住户' });
  await see(dialog.getByText('还没有导出过'));
  await dialog.getByRole('button', { name: '导出 CSV' }).click();
  const load = dialog.getByRole('button', { name: /^下载 / });
  await see(load);
  const [saved] = await Promise.all([page.waitForEvent('download'), load.click()]);
  expect(saved.suggestedFilename()).toMatch(/^住户名单-紫云苗族布依族自治县-\d{4}-\d{2}-\d{2}\.csv$/);
  const lines = readFileSync(await saved.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  const { rows } = await stage.app.owner.query<{ n: number }>(
    `select count(*)::integer as n from households where recognised and region_code like '520425%'`,
  );
  expect(lines.length - 1).toBe(rows[0]?.n);
});

test.each([DESKTOP, PHONE])('the screens fit at %j, and axe finds nothing serious', async (size) => {
  const page = await signedIn(stage.browser, 'demo-province', size);
  await page.goto('/#/import');
  await choose(page, '名单三.csv', withWrongGender(smallList(`U${size.width}`)));
  await see(page.getByRole('region', { name: '这次导入' }).getByText('待确认'));
  expect([await sidewaysPixels(page), await seriousFindings(page)]).toEqual([0, []]);
  await page.goto('/#/query');
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '导出当前条件下的住户' });
  await dialog.getByRole('button', { name: '导出 CSV' }).click();
  await see(dialog.getByRole('button', { name: /^下载 / }));
  const [frame, button] = [
    await dialog.boundingBox(),
    await dialog.getByRole('button', { name: '导出 CSV' }).boundingBox(),
  ];
  expect(button?.x).toBeGreaterThan(frame?.x ?? 0);
  expect([await sidewaysPixels(page), await seriousFindings(page)]).toEqual([0, []]);
});

function choose(page: Page, name: string, content: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
  return page.getByLabel('选择名单文件').setInputFiles(file);
}

function withWrongGender(list: string): string {
  const [header = '', first = '', ...rest] = list.split('\r\n');
  return [header, first.replace(/,(男|女),/, ',无,'), ...rest].join('\r\n');
}

/** The counts of a row of the table of results. */
function cellsOf(page: Page, name: string): Promise<string[]> {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  return row.getByRole('cell').allTextContents();
}
