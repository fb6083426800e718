import type { Page } from 'playwright-core';
import { seriousFindings, sidewaysPixels } from '../harness/accessibility';
import { heading, see, signedIn } from './person';
import { openStage } from './stage';

const stage = openStage();

async function inState(state: string): Promise<number[]> {
  const { rows } = await stage.app.owner.query<{ id: number }>(
    `select household_id as id from safeguards where review_state = $1 and region_code like '520425102%' order by region_code, household_id`,
    [state],
  );
  return rows.map(({ id }) => id);
}

async function headName(id: number): Promise<string> {
  const { rows } = await stage.app.owner.query<{ name: string }>(
    'select name from members where household_id = $1 and is_head',
    [id],
  );
  return rows[0]?.name ?? '';
}

async function openReviews(page: Page): Promise<void> {
  const link = page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: /审核/ });
  await see(link);
  await link.click();
  await see(heading(page, '乡镇审核'));
  await see(page.getByRole('region', { name: '审核内容' }));
}

test('a township reviewer approves one and returns one, and the clerk sees the reason at the field', async () => {
  const [first = 0, second = 0] = await inState('entered');
  const waiting = (await inState('entered')).length;
  await stage.app.owner.query(
    `update safeguards set entered_by = (select id from up_users where username = 'demo-clerk') where household_id = $1`,
    [second],
  );
  const page = await signedIn(stage.browser, 'demo-township-reviewer');
  const tile = page.getByRole('region', { name: '待办' }).getByRole('link', { name: /待审核/ });
  await see(tile.getByText(`${waiting}户`));
  await openReviews(page);
  // Single keys are dead while somebody types.
  const find = page.getByRole('textbox', { name: '姓名、村、录入人' });
  await find.pressSequentially('a');
  expect(await find.inputValue()).toBe('a');
  expect(await inState('townshipApproved')).not.toContain(first);
  await find.fill('');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('a');
  await see(page.getByText(`待审核 ${waiting - 1} 户`));
  expect(await inState('townshipApproved')).toContain(first);
  const desk = page.getByRole('region', { name: '审核内容' });
  await see(desk.getByRole('heading', { level: 2, name: await headName(second), exact: true }));
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: /退回/ });
  await dialog.getByLabel('栏目').selectOption({ label: '录入时间' });
  await dialog.getByRole('button', { name: '确认退回' }).click();
  await see(dialog.getByText('请填写每一条退回原因'));
  await dialog.getByLabel('退回原因').fill('与纸质表不一致');
  await dialog.getByRole('button', { name: '确认退回' }).click();
  await see(page.getByText(`待审核 ${waiting - 2} 户`));
  expect(await inState('returned')).toEqual([second]);

  const clerk = await signedIn(stage.browser, 'demo-clerk');
  const returned = clerk.getByRole('region', { name: '待办' }).getByRole('link', { name: /退回给我的/ });
  await see(returned.getByText('1户'));
  await returned.click();
  await clerk.getByRole('link', { name: '修改' }).first().click();
  await see(clerk.getByRole('region', { name: '退回原因' }).getByText('与纸质表不一致'));
  await see(clerk.getByText('退回：与纸质表不一致'));
});

test('a reviewer draws a sample, finds a fault, signs the report, and the same seed draws the same', async () => {
  const page = await signedIn(stage.browser, 'demo-township-reviewer');
  const draw = async () => {
    await page.goto('/#/reviews/samples');
    await page.getByRole('button', { name: '新的抽查' }).click();
    const dialog = page.getByRole('dialog', { name: '抽查' });
    await dialog.getByLabel('抽查比例（%）').fill('0');
    await dialog.getByRole('button', { name: '抽取', exact: true }).click();
    await see(dialog.getByText('请填写 0.01 至 100 之间的数字'));
    await dialog.getByLabel('抽查比例（%）').fill('25');
    await dialog.getByLabel('随机种子').fill('spring');
    await dialog.getByRole('button', { name: '抽取', exact: true }).click();
    await see(page.getByText('已按种子重新抽取，结果一致。'));
    return page.getByRole('list', { name: '抽中的户' }).getByRole('link').allInnerTexts();
  };
  const first = await draw();
  expect(first.length).toBeGreaterThan(0);
  expect(await draw()).toEqual(first);
  await page.getByRole('button', { name: '有问题…' }).first().click();
  await page.getByRole('dialog').getByLabel('问题说明').fill('照片不清');
  await page.getByRole('dialog').getByRole('button', { name: '记录' }).click();
  await see(page.getByText('照片不清'));
  for (let index = 1; index < first.length; index += 1) {
    await page.getByRole('button', { name: '合格', exact: true }).nth(index).click();
    const left = first.length - 1 - index;
    await see(page.getByRole('button', { name: left === 0 ? '签署报告…' : `还有 ${left} 户未查` }));
  }
  await page.getByRole('button', { name: '签署报告…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '签署', exact: true }).click();
  await see(page.getByText('内容与签署时一致'));
  expect([await sidewaysPixels(page), await seriousFindings(page)]).toEqual([0, []]);
});
