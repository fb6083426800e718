import { DEMO_PASSWORD } from '../harness/app';
import { householdsToTake } from '../integration/registry/register';
import { fillOriginalSafe, openForm, ORIGINAL_SAFE, saveButton } from './form';
import { gone, heading, see, signedIn } from './person';
import { openStage } from './stage';

let nextHousehold: () => number;

const stage = openStage(async (stage) => {
  nextHousehold = await householdsToTake(stage.app);
});

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
  await page.goto('/#/entry');
  await page.getByRole('button', { name: /^草稿 \d+$/ }).click();
  const list = page.getByRole('dialog', { name: /^我的草稿/ });
  await list
    .getByRole('link', { name: /^继续填写/ })
    .first()
    .click();
  await see(heading(page, '录入认定信息'));
  expect(page.url()).toMatch(new RegExp(`/entry/${id}$`));
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

test('whoever signs out over unsaved input is asked first', async () => {
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openForm(page, nextHousehold());
  await fillOriginalSafe(page, '退出前的鉴定人');
  const asked = page.getByRole('dialog', { name: '离开这一户？' });
  const signOut = async () => {
    await page.getByRole('button', { name: /^用户菜单/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await see(asked);
  };
  await signOut();
  await asked.getByRole('button', { name: '继续填写' }).click();
  await gone(asked);
  await see(page.getByRole('button', { name: /^用户菜单/ }));
  await signOut();
  await asked.getByRole('button', { name: '不保存，离开' }).click();
  await see(page.getByRole('button', { name: '登录', exact: true }));
});

test('whoever is idle is signed out from a form, and told of a draft only where one is kept', async () => {
  const id = nextHousehold();
  const [form, list] = [await signedIn(stage.browser, 'demo-clerk'), await signedIn(stage.browser, 'demo-clerk')];
  await openForm(form, id);
  await fillOriginalSafe(form, '闲置前的鉴定人');
  await untilDraftHolds(id, '闲置前的鉴定人');
  for (const page of [form, list]) await page.evaluate("localStorage.setItem('anju.lastAct', '0')");
  await see(form.getByText('长时间没有操作，已退出登录；未保存的录入内容已存为草稿', { exact: true }));
  await see(list.getByText('长时间没有操作，已退出登录', { exact: true }));
  for (const page of [form, list]) {
    await see(page.getByRole('button', { name: '登录', exact: true }));
    expect(await page.getByRole('dialog').count()).toBe(0);
  }
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
