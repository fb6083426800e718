import { startTestApp, type TestApp } from '../harness/app';
import { openBrowser, type TestBrowser } from '../harness/browser';
import { openForm, saveButton } from './form';
import { heading, see, signedIn } from './person';

let app: TestApp;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startTestApp();
  browser = await openBrowser(await app.listen());
});
afterEach(() => browser.endTest());
afterAll(async () => {
  await browser.close();
  await app.stop();
});

test('a configurator renames, adds and orders options, and a clerk who is filling in a form sees them', async () => {
  browser.expectStatus(422);
  const { rows } = await app.owner.query<{ id: number }>(
    `select id from households where not recognised and departure_reason is null and region_code like '520425%' order by id limit 1`,
  );
  const clerk = await signedIn(browser, 'demo-clerk');
  await openForm(clerk, rows[0]?.id ?? 0);
  await clerk.getByRole('radio', { name: '其他方式', exact: true }).check();
  await clerk.getByLabel('乡镇审核人').fill('伍国栋');
  const choices = () => clerk.getByLabel('保障方式', { exact: true }).getByRole('option').allTextContents();
  expect(await choices()).toContain('租住');

  const page = await signedIn(browser, 'demo-configurator');
  await page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: /选项/ }).click();
  await see(heading(page, '选项维护'));
  await page.getByRole('navigation', { name: '可维护的内容' }).getByRole('button', { name: '其他保障方式' }).click();
  await page.getByRole('button', { name: '修改“租住”' }).click();
  const editor = page.getByRole('group', { name: '修改“租住”' });
  await editor.getByLabel('名称').fill('投亲靠友');
  await editor.getByRole('button', { name: '确定修改' }).click();
  await see(editor.getByText('列表中已有“投亲靠友”'));
  await editor.getByLabel('名称').fill('租住安全房屋');
  await editor.getByLabel('修改原因').fill('名称不清楚');
  await editor.getByRole('button', { name: '确定修改' }).click();
  const history = page.getByRole('region', { name: '更改记录' });
  await see(history.getByText('“租住”改名为“租住安全房屋”'));
  await see(history.getByText(/演示配置管理员.*名称不清楚/));
  await page.getByRole('button', { name: '新增选项' }).click();
  const adding = page.getByRole('group', { name: '新增选项' });
  await adding.getByLabel('名称').fill('村集体周转房');
  await adding.getByLabel('名称').press('Enter');
  const list = page.getByRole('list', { name: '其他保障方式的选项' });
  await see(list.getByRole('listitem', { name: '村集体周转房' }));
  await list.getByRole('button', { name: /^移动“租住安全房屋”/ }).press('ArrowUp');
  await see(history.getByText(/^调整顺序：投亲靠友、租住安全房屋|^调整顺序：租住安全房屋、投亲靠友/));
  await history.getByRole('button', { name: '撤销' }).click();
  await see(history.getByText(/^撤销：调整顺序/));

  // The clerk goes on: what was typed stays, what is offered is new.
  await saveButton(clerk).click();
  await see(clerk.getByText('表单的选项或要求刚刚更新'));
  expect(await choices()).toEqual(expect.arrayContaining(['租住安全房屋', '村集体周转房']));
  expect(await clerk.getByLabel('乡镇审核人').inputValue()).toBe('伍国栋');
  expect(await clerk.getByRole('radio', { name: '其他方式', exact: true }).isChecked()).toBe(true);
});
