import { fillOriginalSafe, saveButton } from './form';
import { heading, see, signedIn } from './person';
import { openStage } from './stage';

const stage = openStage();

async function someone(county: string): Promise<{ readonly number: string; readonly name: string }> {
  const { rows } = await stage.app.owner.query<{ number: string; name: string }>(
    `select id_key as number, name from members where id_key is not null and starts_with(region_code, $1) order by id limit 1`,
    [county],
  );
  if (!rows[0]) throw new Error(`Nobody in ${county} has a number`);
  return rows[0];
}

test('a clerk asks for the number first, adds the household, recognises it and finds it in the list', async () => {
  const [own, foreign] = [await someone('520425'), await someone('520402')];
  const page = await signedIn(stage.browser, 'demo-township-clerk');
  await page.getByRole('link', { name: '库外信息补录' }).first().click();
  await see(heading(page, '库外信息补录'));
  await page.getByRole('link', { name: '新增' }).click();
  const number = page.getByLabel('户主身份证号');
  const search = page.getByRole('button', { name: '查找' });
  await number.fill(foreign.number);
  await search.click();
  await see(page.getByText(/已登记在.*，不能重复补录，请联系所在县/));
  expect(await page.getByText(foreign.name).count()).toBe(0);
  await number.fill(own.number);
  await search.click();
  await see(page.getByText(/这个人已经登记|这个人登记在其他县/));

  await number.fill('520425197001019');
  await search.click();
  await page.getByLabel('户主姓名').fill('库外户主');
  await page.getByRole('button', { name: '添加成员' }).click();
  const member = page.getByRole('group', { name: '成员 1' });
  await member.getByLabel('姓名').fill('库外成员');
  await member.getByLabel('身份证号').fill(foreign.number);
  await page.getByRole('textbox', { name: /核实说明/ }).fill('村委会入户核实');
  stage.browser.expectStatus(422);
  const save = page.getByRole('button', { name: '保存并认定' });
  await save.click();
  await see(member.getByText(/请联系所在县/));
  await member.getByLabel('身份证号').fill('');
  await save.click();
  await see(heading(page, '录入认定信息'));
  await fillOriginalSafe(page);
  await saveButton(page).click();
  await see(page.getByText('已保存库外户主户的认定信息'));
  const { rows } = await stage.app.owner.query(
    `select h.source, s.source as counted, h.verification_note as note from members m
     join households h on h.id = m.household_id join safeguards s on s.household_id = h.id where m.name = '库外户主'`,
  );
  expect(rows).toEqual([{ source: 'offList', counted: 'offList', note: '村委会入户核实' }]);
  await page.goto('/#/off-list');
  await see(page.getByRole('link', { name: '库外户主' }));
});
