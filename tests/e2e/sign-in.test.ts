import { DEMO_PASSWORD } from '../harness/app';
import { gone, heading, see, signedIn, signIn } from './person';
import { openStage } from './stage';

const stage = openStage();

test('a wrong password is refused in words, the right one leads to 工作台', async () => {
  const page = await stage.browser.page();
  stage.browser.expectStatus(400, 401);
  await page.goto('/');
  await signIn(page, 'demo-clerk', 'wrong-password-1');
  await see(page.getByRole('alert').filter({ hasText: '用户名或密码不正确' }));
  await signIn(page, 'demo-clerk');
  await see(heading(page, '工作台'));
});

test('an empty form says which part is missing', async () => {
  const page = await stage.browser.page();
  await page.goto('/');
  await page.getByRole('button', { name: '登录' }).click();
  await see(page.getByRole('alert').filter({ hasText: '请填写用户名' }));
  await page.getByLabel('用户名').fill('demo-clerk');
  await page.getByRole('button', { name: '登录' }).click();
  await see(page.getByRole('alert').filter({ hasText: '请填写密码' }));
});

test('a reload keeps the session, signing out ends it for good', async () => {
  const page = await signedIn(stage.browser, 'demo-clerk');
  await page.reload();
  await see(heading(page, '工作台'));
  await page.getByRole('button', { name: /^用户菜单/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await see(page.getByRole('button', { name: '登录' }));
  await page.goto('/#/entry');
  await see(page.getByRole('button', { name: '登录' }));
  expect(await heading(page, '住房保障信息录入').count()).toBe(0);
});

test('a township user without a township is told why there is nothing', async () => {
  const page = await signedIn(stage.browser, 'demo-township-unset');
  const banner = page.getByRole('alert').filter({
    hasText: '乡镇级用户进入系统不显示建档立卡贫困户信息，请填写乡镇级行政区划名称',
  });
  await see(banner);
  await banner.getByLabel('乡镇', { exact: true }).selectOption('板当镇');
  await banner.getByRole('button', { name: '申请' }).click();
  await see(banner.getByText(/^已申请“板当镇”/));
  await page.getByRole('link', { name: '住房保障信息查询' }).first().click();
  await see(heading(page, '住房保障信息查询'));
  await see(banner);
  await see(page.getByText('没有符合条件的户').or(page.getByText(/没有未认定户/)));
  expect(await page.getByRole('row').count()).toBe(0);
});

test('the first password has to be changed before anything else can be opened', async () => {
  const { rowCount } = await stage.app.owner.query(
    "update up_users set must_change_password = true where username = 'demo-county-reviewer'",
  );
  expect(rowCount).toBe(1);
  const page = await stage.browser.page();
  await page.goto('/');
  await signIn(page, 'demo-county-reviewer');
  for (const place of ['', 'query', 'statistics']) {
    await page.goto(`/#/${place}`);
    await see(heading(page, '修改密码'));
    await page.waitForURL((url) => url.hash === '#/password');
    expect(await page.getByRole('navigation').count()).toBe(0);
  }
  await page.getByLabel('当前密码').fill(DEMO_PASSWORD);
  await page.getByLabel(/^新密码/).fill('Changed-first-2026');
  await page.getByLabel('确认新密码').fill('Changed-first-2026');
  await page.getByRole('button', { name: '保存' }).click();
  await see(heading(page, '工作台'));
  await page.reload();
  await see(heading(page, '工作台'));
});

test('the address of another county’s household leads a clerk to “not found”', async () => {
  const { rows } = await stage.app.owner.query<{ id: number; head_name: string }>(
    `select h.id, m.name as head_name from households h join members m on m.household_id = h.id and m.is_head
       where h.region_code like '520425%' order by h.id limit 1`,
  );
  const [foreign] = rows;
  if (!foreign) throw new Error('The demonstration has no household in 520425');
  const page = await signedIn(stage.browser, 'demo-other-clerk');
  stage.browser.expectStatus(404);
  for (const place of ['households', 'entry']) {
    await page.goto(`/#/${place}/${foreign.id}`);
    await see(page.getByRole('alert').filter({ hasText: '没有这一户，或不在您的行政区划内' }));
    await see(page.getByRole('alert').getByRole('link', { name: '查询住房保障信息' }));
    await gone(page.getByRole('button', { name: '重试' }));
    await gone(page.getByText(foreign.head_name));
  }
});
