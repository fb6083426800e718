import type { Page } from 'playwright-core';
import { gone, heading, numberIn, see, signedIn } from './person';
import { openStage } from './stage';

const stage = openStage();

/** Warnings of the county that wait, as the database counts them. */
async function waiting(condition = 'true'): Promise<number> {
  const { rows } = await stage.app.owner.query<{ n: number }>(
    `select count(*)::int as n from warnings where state in ('open', 'rejected') and region_code like '520425%' and ${condition}`,
  );
  return rows[0]?.n ?? -1;
}

async function openKind(page: Page, kind: string): Promise<void> {
  await page
    .getByRole('navigation', { name: '菜单' })
    .getByRole('link', { name: /预警分析/ })
    .click();
  await see(heading(page, '预警分析'));
  await page.getByRole('navigation', { name: '预警类型' }).getByRole('button', { name: kind }).click();
}

test('the kinds and the menu carry the counts of what waits', async () => {
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openKind(page, '身份证号错误');
  const kinds = page.getByRole('navigation', { name: '预警类型' });
  const shown = async (name: RegExp) => numberIn(await kinds.getByRole('button', { name }).textContent());
  expect(await shown(/全部待处理/)).toBe(await waiting());
  expect(await shown(/身份证号错误/)).toBe(await waiting(`kind = 'idError'`));
  const menu = page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: /预警分析/ });
  expect(numberIn(await menu.textContent())).toBe(await waiting());
});

test('a proposed number is adopted in two clicks, and the warning is gone', async () => {
  const before = await waiting(`explanation -> 'hasProposal' = 'true'`);
  expect(before).toBeGreaterThan(0);
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openKind(page, '身份证号错误');
  const item = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: '采用建议号码' }) })
    .first();
  const sentence = (await item.locator('p').textContent()) ?? '';
  await item.getByRole('button', { name: '采用建议号码' }).click();
  await page.getByRole('button', { name: '核对无误，采用' }).click();
  await gone(page.getByText(sentence, { exact: true }));
  expect(await waiting(`explanation -> 'hasProposal' = 'true'`)).toBe(before - 1);
});

test('missing evidence leads to the form’s evidence, or is explained', async () => {
  const before = await waiting(`kind = 'evidenceMissing'`);
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openKind(page, '佐证材料缺失');
  const item = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: '填写说明' }) })
    .first();
  await item.getByRole('link', { name: '上传佐证材料' }).click();
  await see(page.getByRole('region', { name: '预警' }).getByText('缺少佐证材料'));
  await page.goBack();
  await item.getByRole('button', { name: '填写说明' }).click();
  const dialog = page.getByRole('dialog', { name: '填写说明' });
  await dialog.getByRole('button', { name: '填写说明' }).click();
  await see(dialog.getByText('请填写说明'));
  await dialog.getByLabel('说明').fill('材料在县档案馆，待调取');
  await dialog.getByRole('button', { name: '填写说明' }).click();
  await gone(dialog);
  expect(await waiting(`kind = 'evidenceMissing'`)).toBe(before - 1);
  await page.getByRole('tab', { name: /已解除/ }).click();
  await see(page.getByText(/说明解除：材料在县档案馆，待调取/));
});
