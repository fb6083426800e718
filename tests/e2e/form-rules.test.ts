import type { Page } from 'playwright-core';
import { storedState, unrecognisedIds, withoutArchive } from '../integration/registry/register';
import {
  aPhoto,
  fillOriginalSafe,
  fillReviewers,
  handIn,
  HOUSE_PHOTO,
  openForm,
  ORIGINAL_SAFE,
  saveButton,
} from './form';
import { gone, see, signedIn } from './person';
import { openStage } from './stage';

/** Households of 520425 that nobody has recognised and no archive knows; each test takes its own. */
let households: number[];

const stage = openStage(async (stage) => {
  households = await withoutArchive(stage.app, await unrecognisedIds(stage.app));
});

function nextHousehold(): number {
  const id = households.shift();
  if (id === undefined) throw new Error('The demonstration has too few unrecognised households');
  return id;
}

/** Whether the input with this label is marked as wrong. */
async function isMarked(page: Page, label: string): Promise<boolean> {
  return (await page.getByLabel(label).getAttribute('aria-invalid')) === 'true';
}

test('required fields that are empty are named at the fields, and nothing is saved', async () => {
  const id = nextHousehold();
  const before = await storedState(stage.app, id);
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openForm(page, id);
  await saveButton(page).click();
  await see(page.getByText('请选择住房安全保障情况'));
  await page.getByRole('radio', { name: ORIGINAL_SAFE, exact: true }).check();
  for (const label of ['乡镇审核人', '县级主管部门审核人']) await page.getByLabel(label).fill('');
  await saveButton(page).click();
  for (const label of ['鉴定（评定）结果', '鉴定（评定）人', '鉴定（评定）时间', '乡镇审核人', '县级主管部门审核人']) {
    await see(page.getByText(new RegExp(`^请(填写|选择)${label}$`)));
    expect(await isMarked(page, label)).toBe(true);
  }
  expect(await isMarked(page, '录入时间')).toBe(false);
  expect(await storedState(stage.app, id)).toEqual(before);
});

test('a day that does not exist and a completion before the start are refused at their fields', async () => {
  const id = nextHousehold();
  const before = await storedState(stage.app, id);
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openForm(page, id);
  await fillReviewers(page);
  await page.getByRole('radio', { name: '易地扶贫搬迁', exact: true }).check();
  await page.getByLabel('开工时间').fill('2020-02-30');
  await page.getByLabel('竣工时间').fill('2018.9.1');
  await page.getByLabel('入住时间').fill('20181201');
  await saveButton(page).click();
  await see(page.getByText(/^开工时间不是有效日期/));
  expect(await isMarked(page, '开工时间')).toBe(true);
  await page.getByLabel('开工时间').fill('2019-03-01');
  await saveButton(page).click();
  await see(page.getByText('竣工时间不能早于开工时间'));
  expect(await isMarked(page, '竣工时间')).toBe(true);
  expect(await storedState(stage.app, id)).toEqual(before);
  await page.getByLabel('开工时间').fill('2017-3-1');
  await saveButton(page).click();
  await see(page.getByText(/^已保存.*户的认定信息$/));
});

test('a text file named .jpg is refused on its card; it is not stored and can be given up', async () => {
  const id = nextHousehold();
  const before = await storedState(stage.app, id);
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openForm(page, id);
  await page.getByRole('radio', { name: ORIGINAL_SAFE, exact: true }).check();
  stage.browser.expectStatus(415);
  await handIn(page, HOUSE_PHOTO, [
    { name: '其实是文字.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('这不是照片') },
  ]);
  const card = page.getByRole('article', { name: HOUSE_PHOTO });
  await see(card.getByRole('alert').filter({ hasText: /图片|照片/ }));
  expect(await storedState(stage.app, id)).toEqual(before);
  await card.getByRole('button', { name: '取消上传 其实是文字.jpg' }).click();
  await gone(card.getByRole('alert'));
  await handIn(page, HOUSE_PHOTO, [await aPhoto('真照片.jpg', 30)]);
  await see(card.getByRole('button', { name: `查看${HOUSE_PHOTO}第 1 张` }));
});

test('a disability card’s number is explained, its proposal is taken by one click and saved', async () => {
  const { rows } = await stage.app.owner.query<{ id: number; member: number; number: string; name: string }>(
    `select h.id, m.id as member, m.registry_id_number as number, m.name
       from households h join members m on m.household_id = h.id
      where length(m.registry_id_number) = 20 and h.region_code like '520402%' limit 1`,
  );
  const [holder] = rows;
  if (!holder) throw new Error('The demonstration has no disability card in 520402');
  const page = await signedIn(stage.browser, 'demo-other-clerk');
  await openForm(page, holder.id);
  const proposed = holder.number.slice(0, 18);
  await see(page.getByText('20 位，像残疾证号'));
  await page.getByRole('button', { name: `${holder.name}：采用建议号码 ${proposed}` }).click();
  expect(await page.getByLabel(`${holder.name} 身份证号（更正）`).inputValue()).toBe(proposed);
  await saveButton(page).click();
  await see(page.getByText(/^已保存.*户的更正$/));
  const stored = await stage.app.owner.query(
    'select corrected_id_number, registry_id_number, id_key from members where id = $1',
    [holder.member],
  );
  expect(stored.rows).toEqual([{ corrected_id_number: proposed, registry_id_number: holder.number, id_key: proposed }]);
});

test('of two clerks in one household the second is asked, and loses nothing that was typed', async () => {
  const id = nextHousehold();
  const first = await signedIn(stage.browser, 'demo-clerk');
  const second = await signedIn(stage.browser, 'demo-clerk');
  await openForm(first, id);
  await openForm(second, id);
  await fillOriginalSafe(second, '后保存的鉴定人');
  await fillOriginalSafe(first, '先保存的鉴定人');
  await saveButton(first).click();
  await see(first.getByText(/^已保存.*户的认定信息$/));

  stage.browser.expectStatus(409);
  await saveButton(second).click();
  const dialog = second.getByRole('dialog', { name: '这一户刚被他人修改，您的内容还没有保存' });
  await see(dialog);
  const contested = dialog.getByRole('group', { name: '鉴定（评定）人' });
  await see(contested.getByText('我填写的：后保存的鉴定人'));
  await see(contested.getByText('最新的：先保存的鉴定人'));
  await dialog.getByRole('button', { name: '查看最新' }).click();
  await gone(dialog);
  expect(await second.getByLabel('鉴定（评定）人').inputValue()).toBe('后保存的鉴定人');
  expect(await second.getByLabel('鉴定（评定）时间').inputValue()).toBe('2020-06-01');
  await saveButton(second).click();
  await see(second.getByText(/^已保存.*户的认定信息$/));
  const { rows } = await stage.app.owner.query('select appraiser from safeguards where household_id = $1', [id]);
  expect(rows).toEqual([{ appraiser: '后保存的鉴定人' }]);
});
