import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { seriousFindings, sidewaysPixels } from '../harness/accessibility';
import { PHONE } from '../harness/browser';
import { heading, see, signedIn } from './person';
import { openStage } from './stage';

const stage = openStage();

async function openJournal(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^(操作日志|日志)$/ })
    .first()
    .click();
  await see(heading(page, '操作日志'));
  await see(page.getByRole('list', { name: '操作日志' }));
}

/** What a member's number and name were changed to, which no page of the auditor may show. */
async function changeAPerson(): Promise<{ readonly id: number; readonly registryNumber: string }> {
  const { rows } = await stage.app.owner.query<{ id: number; registry_number: string }>(
    `update members m set corrected_phone = '13812345678', name = '欧阳某某' from households h
     where h.id = m.household_id and m.id = (select min(id) from members where is_head and region_code like '520425%')
     returning m.id, h.registry_number`,
  );
  const [row] = rows;
  if (!row) throw new Error('The demonstration has no member in 520425');
  return { id: row.id, registryNumber: row.registry_number };
}

/** Waits until what is in the journal about a member is sealed: an entry is settled a turn before it can be. */
async function untilSealed(memberId: number): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200))) {
    await stage.app.owner.query('select anju.seal_journal(1000, 100)');
    const { rows } = await stage.app.owner.query<{ sealed: boolean }>(
      `select coalesce(max(s.last_id), 0) >= max(j.id) as sealed from anju.journal j, anju.journal_seal s
       where j.subject_table = 'members' and j.subject_id = $1`,
      [memberId],
    );
    if (rows[0]?.sealed) return;
  }
  throw new Error('The journal was not sealed');
}

test('the auditor finds what was changed by the household’s number, masked, checks the seals, and saves the list', async () => {
  const { id, registryNumber } = await changeAPerson();
  const page = await signedIn(stage.browser, 'demo-auditor');
  await openJournal(page);
  expect([await sidewaysPixels(page), await seriousFindings(page)]).toEqual([0, []]);
  await page.getByLabel('户编号').fill(registryNumber);
  await page.getByLabel('户编号').press('Enter');
  const entry = page.getByRole('listitem', { name: '修改家庭成员' });
  const place = entry.getByTitle('紫云苗族布依族自治县').locator('bdi');
  expect((await place.boundingBox())?.height).toBeLessThan(24);
  await see(entry.getByText('138****5678'));
  await see(entry.getByText('欧***'));
  expect(await page.content()).not.toMatch(/欧阳|13812345678/);
  expect(page.url()).not.toContain(registryNumber);

  await entry.getByRole('button', { name: `家庭成员 ${id}` }).click();
  await see(page.getByText('第 1–1 条，共 1 条'));
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 CSV' }).click();
  const file = await readFile(await (await saving).path(), 'utf8');
  expect(file).toContain('138****5678');
  expect(file).not.toMatch(/欧阳|13812345678/);

  await untilSealed(id);
  await page.getByRole('button', { name: '校验完整性' }).click();
  await see(page.getByText(/校验通过：日志与 \d+ 次封存逐条一致/));
  await stage.app.owner.query(`alter table anju.journal disable trigger user`);
  await stage.app.owner.query(`update anju.journal set actor = 1 where subject_table = 'members' and subject_id = $1`, [
    id,
  ]);
  await page.getByRole('button', { name: '校验完整性' }).click();
  await see(page.getByRole('alert').getByText(/校验未通过：第 \d+ 条日志的内容在封存后被改动/));
});

test('the journal is read on a phone, and says what to do when nothing is found', async () => {
  const page = await signedIn(stage.browser, 'demo-auditor', PHONE);
  await openJournal(page);
  await page.getByRole('button', { name: '查询条件' }).tap();
  await page.getByLabel('操作人').fill('查无此人');
  await page.getByLabel('操作人').press('Enter');
  await see(page.getByText('没有符合条件的日志'));
  await page.getByRole('button', { name: '查询条件' }).tap();
  await page.getByLabel('自', { exact: true }).fill('20200601');
  await page.getByLabel('自', { exact: true }).press('Enter');
  await page.getByRole('button', { name: '查询条件' }).tap();
  expect(await page.getByLabel('自', { exact: true }).inputValue()).toBe('2020-06-01');
  await page.getByRole('button', { name: '清除' }).tap();
  await see(page.getByRole('list', { name: '操作日志' }));
  expect([await sidewaysPixels(page), await seriousFindings(page)]).toEqual([0, []]);
});

test('the supervisor saves all tables of the county as a workbook', async () => {
  const page = await signedIn(stage.browser, 'demo-county');
  await page
    .getByRole('link', { name: /^(数据统计分析|统计)$/ })
    .first()
    .click();
  await see(page.getByText('各项合计一致'));
  await page.getByRole('button', { name: '导出 Excel' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: '全部统计表' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^紫云苗族布依族自治县数据统计分析 \d{4}-\d{2}-\d{2}\.xlsx$/);
  expect((await readFile(await saved.path())).subarray(0, 2).toString()).toBe('PK');
});
