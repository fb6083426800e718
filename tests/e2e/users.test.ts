import type { PolicyInForce } from '@anju/domain/contracts';
import { seriousFindings, sidewaysPixels } from '../harness/accessibility';
import { PHONE } from '../harness/browser';
import { gone, heading, see, signedIn, signIn } from './person';
import { openStage } from './stage';

const TOWNSHIP = '板当镇';

const stage = openStage();

test('the ledger and its form fit a phone, and say what is not there', async () => {
  const page = await signedIn(stage.browser, 'demo-county', PHONE);
  await page.goto('/#/users');
  await see(page.getByText('demo-township-clerk'));
  expect([await sidewaysPixels(page), await seriousFindings(page)]).toEqual([0, []]);
  await page.getByRole('button', { name: '新增用户' }).click();
  await page.getByRole('dialog', { name: '新增用户' }).getByRole('button', { name: '开通账号' }).click();
  await see(page.getByText('请选择行政区划'));
  expect([await sidewaysPixels(page), await seriousFindings(page)]).toEqual([0, []]);
  await page.goto('/#/users?name=nobody-here');
  await see(page.getByText('没有符合条件的用户'));
  const clerk = await signedIn(stage.browser, 'demo-clerk', PHONE);
  await clerk.goto('/#/users');
  await see(clerk.getByText('您的账号没有用户管理权限'));
});

test('the security administrator looks through the accounts, disables one, and sets the rules, on a phone as well', async () => {
  const page = await signedIn(stage.browser, 'demo-security');
  await page.getByRole('link', { name: '账号安全', exact: true }).first().click();
  await see(page.getByText('没有长期未登录的账号'));
  await page.getByRole('tab', { name: '全部账号' }).click();
  await page.getByRole('button', { name: '停用：demo-other-clerk' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await see(page.getByRole('listitem').filter({ hasText: 'demo-other-clerk' }).getByText('已停用'));
  await page.getByRole('tab', { name: '登录策略' }).click();
  await page.getByLabel('最少位数').fill('3');
  stage.browser.expectStatus(400);
  await page.getByRole('button', { name: '保存并生效' }).click();
  await see(page.getByText('密码最少位数应为 8 至 64 的整数'));
  await page.getByLabel('最少位数').fill('12');
  await page.getByRole('button', { name: '保存并生效' }).click();
  await see(page.getByText('登录策略已生效'));
  // Somebody else sets it in between: what was typed stays, and holds once the user has seen theirs.
  const colleague = await stage.app.as('demo-security');
  const { version, policy } = (await colleague.get('/api/access/sign-in-policy').expect(200)).body as PolicyInForce;
  await colleague
    .put('/api/access/sign-in-policy')
    .send({ version, policy: { ...policy, dormantDays: 77 } })
    .expect(200);
  stage.browser.expectStatus(409);
  await page.getByLabel('最少位数').fill('13');
  await page.getByRole('button', { name: '保存并生效' }).click();
  await see(page.getByText(/^没有保存：.*安全管理员刚修改了登录策略/));
  await see(page.getByText('多少天未登录列为长期未登录：现为 77，您填写的是'));
  expect(await page.getByLabel('最少位数').inputValue()).toBe('13');
  await page.getByRole('button', { name: '用我填写的覆盖' }).click();
  await gone(page.getByText(/刚修改了登录策略/));
  const held = (await colleague.get('/api/access/sign-in-policy').expect(200)).body as PolicyInForce;
  expect(held.policy).toEqual({ ...policy, password: { ...policy.password, minLength: 13 } });
  const phone = await signedIn(stage.browser, 'demo-security', PHONE);
  for (const tab of ['dormant', 'all', 'policy']) {
    await phone.goto(`/#/security?tab=${tab}`);
    await see(phone.getByRole('tab', { selected: true }));
    expect([tab, await sidewaysPixels(phone), await seriousFindings(phone)]).toEqual([tab, 0, []]);
  }
});

test('a county supervisor opens an account; its clerk changes the one-time password and sees only the township', async () => {
  const county = await signedIn(stage.browser, 'demo-county');
  await county.getByRole('link', { name: '用户管理' }).click();
  await see(heading(county, '用户管理'));
  await see(county.getByRole('row').filter({ hasText: 'demo-clerk' }));
  expect(await county.getByRole('row').filter({ hasText: 'demo-other-clerk' }).count()).toBe(0);
  await county.getByRole('button', { name: '新增用户' }).click();
  const form = county.getByRole('dialog', { name: '新增用户' });
  await form.getByRole('button', { name: '开通账号' }).click();
  await see(form.getByText('请填写用户名'));
  await form.getByLabel('用户名').fill('bandang-clerk');
  await form.getByLabel('姓名').fill('韦录入');
  await form.getByLabel('角色').selectOption('乡镇录入人');
  await form.getByLabel('行政区划').selectOption(TOWNSHIP);
  await form.getByLabel('乡镇审核责任人').fill('罗审核');
  await form.getByRole('button', { name: '开通账号' }).click();
  const slip = county.getByRole('dialog', { name: '账号已开通' });
  const password = await slip.locator('dd.password').innerText();
  await slip.getByRole('button', { name: '已记下，关闭' }).click();
  await gone(slip);
  const row = county.getByRole('row').filter({ hasText: 'bandang-clerk' });
  await see(row.getByText('待改初始密码'));
  expect([await sidewaysPixels(county), await seriousFindings(county)]).toEqual([0, []]);
  expect(await county.getByText(password).count()).toBe(0);

  await county.getByRole('button', { name: '批量新增' }).click();
  const batch = county.getByRole('dialog', { name: '批量新增' });
  const pasted = batch.getByLabel(/^从表格复制后粘贴/);
  await pasted.fill('zongdi-clerk\t杨一\t乡镇录入人\t宗地乡');
  await see(batch.getByText('第 1 行：本县没有“宗地乡”'));
  await pasted.fill(
    '用户名\t姓名\t角色\t行政区划\nzongdi-clerk\t杨一\t乡镇录入人\t宗地镇\ndaying-clerk\t杨二\t乡镇录入人\t大营镇',
  );
  await batch.getByRole('button', { name: '开通 2 个账号' }).click();
  await see(slip.getByText('daying-clerk'));
  expect(new Set(await slip.locator('dd.password').allInnerTexts()).size).toBe(2);
  await slip.getByRole('button', { name: '已记下，关闭' }).click();

  const clerk = await stage.browser.page();
  await clerk.goto('/');
  await signIn(clerk, 'bandang-clerk', password);
  await see(heading(clerk, '修改密码'));
  await clerk.getByLabel('当前密码').fill(password);
  await clerk.getByLabel(/^新密码/).fill('Spring-rice-88');
  await clerk.getByLabel('确认新密码').fill('Spring-rice-88');
  await clerk.getByRole('button', { name: '保存' }).click();
  await see(heading(clerk, '工作台'));
  expect(await clerk.getByRole('link', { name: '用户管理' }).count()).toBe(0);
  await clerk.goto('/#/query');
  await see(clerk.getByText(/第 1–\d+ 户/));
  const { rows } = await stage.app.owner.query<{ count: number }>(
    `select count(*)::int as count from households h join regions g on g.code = left(h.region_code, 9)
     where g.name = $1 and g.parent_code = '520425' and not h.recognised and h.departure_reason is null`,
    [TOWNSHIP],
  );
  await see(clerk.getByText(`共 ${rows[0]?.count ?? -1} 户`, { exact: true }));

  await row.getByRole('button', { name: '更多操作：韦录入' }).click();
  await county.getByRole('menuitem', { name: '停用' }).click();
  await county.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await see(row.getByText('已停用'));
  stage.browser.expectStatus(400, 401);
  await clerk.goto('/#/entry');
  await see(clerk.getByRole('button', { name: '登录' }));
});
