import { DEMO_PASSWORD } from '../harness/app';
import { unrecognisedIds, withoutArchive } from '../integration/registry/register';
import { fillOriginalSafe, openForm, ORIGINAL_SAFE, saveButton } from './form';
import { gone, see, signedIn } from './person';
import { openStage } from './stage';

let households: number[];

const stage = openStage(async (stage) => {
  households = await withoutArchive(stage.app, await unrecognisedIds(stage.app));
});

function nextHousehold(): number {
  const id = households.shift();
  if (id === undefined) throw new Error('The demonstration has too few unrecognised households');
  return id;
}

async function drafts(id: number): Promise<number> {
  const { rowCount } = await stage.app.owner.query('select from anju.draft where household_id = $1', [id]);
  return rowCount ?? 0;
}

/** Waits until the server's draft of the household holds this text. */
async function untilDraftHolds(id: number, text: string): Promise<void> {
  const end = Date.now() + 15_000;
  const sql = 'select from anju.draft where household_id = $1 and strpos(fields::text, $2) > 0';
  while ((await stage.app.owner.query(sql, [id, text])).rowCount === 0) {
    if (Date.now() > end) throw new Error(`The draft of household ${id} does not hold ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until the server holds so many drafts of the household. */
async function untilDrafts(id: number, wanted: number): Promise<void> {
  const end = Date.now() + 15_000;
  while ((await drafts(id)) !== wanted) {
    if (Date.now() > end) throw new Error(`Household ${id} has not ${wanted} drafts`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('what was typed and not saved is offered on another computer, restored, and gone after the save', async () => {
  const id = nextHousehold();
  const first = await signedIn(stage.browser, 'demo-clerk');
  await openForm(first, id);
  await fillOriginalSafe(first, '草稿里的鉴定人');
  await first.keyboard.press('Tab');
  await untilDraftHolds(id, '2020-06-01');
  expect(await first.evaluate<string>('JSON.stringify(localStorage)')).not.toContain('草稿里的鉴定人');

  const second = await signedIn(stage.browser, 'demo-clerk');
  await openForm(second, id);
  const banner = second.getByRole('region', { name: '未保存的草稿' });
  await see(banner);
  expect(await second.getByRole('radio', { name: ORIGINAL_SAFE, exact: true }).isChecked()).toBe(false);
  await banner.getByRole('button', { name: '恢复' }).click();
  await gone(banner);
  expect(await second.getByLabel('鉴定（评定）人').inputValue()).toBe('草稿里的鉴定人');
  expect(await second.getByLabel('鉴定（评定）时间').inputValue()).toBe('2020-06-01');
  await saveButton(second).click();
  await see(second.getByText(/^已保存.*户的认定信息$/));
  await untilDrafts(id, 0);
});

test('a draft that is given up is gone', async () => {
  const id = nextHousehold();
  const clerk = await stage.app.as('demo-clerk');
  await clerk
    .put(`/api/registry/drafts/${id}`)
    .send({ version: 1, fields: { remark: '不要了' } })
    .expect(200);
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openForm(page, id);
  await page.getByRole('region', { name: '未保存的草稿' }).getByRole('button', { name: '丢弃' }).click();
  await untilDrafts(id, 0);
});

test('a session that ends under a form asks for the password over it and goes on with the save', async () => {
  const id = nextHousehold();
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openForm(page, id);
  await fillOriginalSafe(page, '过期前的鉴定人');
  await untilDrafts(id, 1);
  stage.browser.expectStatus(400, 401);
  await stage.app.owner.query(
    `delete from strapi_sessions where user_id = (select id::text from up_users where username = 'demo-clerk')`,
  );
  await saveButton(page).click();
  const dialog = page.getByRole('dialog', { name: '登录已过期，请重新登录' });
  await see(dialog);
  await dialog.getByLabel('密码').fill('wrong-password-1');
  await dialog.getByRole('button', { name: '登录', exact: true }).click();
  await see(dialog.getByText('密码不正确，或账号已停用'));
  await dialog.getByLabel('密码').fill(DEMO_PASSWORD);
  await dialog.getByRole('button', { name: '登录', exact: true }).click();
  await gone(dialog);
  await see(page.getByText(/^已保存.*户的认定信息$/));
  const { rows } = await stage.app.owner.query('select appraiser from safeguards where household_id = $1', [id]);
  expect(rows).toEqual([{ appraiser: '过期前的鉴定人' }]);
});

test('F2 takes persons and dates over from the household saved last', async () => {
  const [first, second] = [nextHousehold(), nextHousehold()];
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openForm(page, first);
  await fillOriginalSafe(page);
  await page.getByLabel('录入时间').fill('2020-05-20');
  await saveButton(page).click();
  await see(page.getByText(/^已保存.*户的认定信息$/));
  await page.goto(`/#/entry/${second}`);
  await see(page.getByRole('button', { name: '沿用上一户' }));
  expect(await page.getByLabel('乡镇审核人').inputValue()).not.toBe('伍国栋');
  await page.keyboard.press('F2');
  expect(await page.getByLabel('乡镇审核人').inputValue()).toBe('伍国栋');
  expect(await page.getByLabel('录入时间').inputValue()).toBe('2020-05-20');
});
