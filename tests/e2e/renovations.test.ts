import { aPhoto } from './form';
import { gone, heading, see, signedIn } from './person';
import { openStage } from './stage';

const stage = openStage();

test('a clerk enters an archive, corrects it, links it by hand, opens it from the household, and recognises a set by its links', async () => {
  const { rows } = await stage.app.owner.query<{ id: number; name: string; number: string }>(
    `select h.id, m.name, m.id_key as number from households h join members m on m.household_id = h.id and m.is_head
     where not h.recognised and h.departure_reason is null and h.region_code like '520425%' and m.id_key is not null
       and not exists (select from members o join renovations r using (id_key) where o.household_id = h.id)
       and not exists (select from members o join relocation_entries r using (id_key) where o.household_id = h.id)
     order by h.id limit 1`,
  );
  const [household] = rows;
  if (!household) throw new Error('The demonstration has no such household');
  const page = await signedIn(stage.browser, 'demo-clerk');
  await page.getByRole('link', { name: '危房改造档案' }).first().click();
  await see(heading(page, '危房改造档案'));
  await see(page.getByRole('table').getByRole('link').first());
  await page.getByRole('tab', { name: /^身份存疑/ }).click();
  await see(page.getByRole('table').getByText('身份存疑').first());

  await page.getByRole('link', { name: '新增' }).click();
  await page.getByLabel('户主').fill('旧名户主');
  await page.getByLabel('改造方式', { exact: true }).selectOption({ label: '原址翻建' });
  await page.getByLabel('中央补助').fill('14000');
  await page.getByLabel('县级补助').fill('1500.5');
  await see(page.getByText('由各级补助自动相加'));
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await see(page.getByText('请选择所在地'));
  await page.getByRole('button', { name: /^所在地/ }).click();
  const choice = page.getByRole('dialog', { name: '选择所在地' });
  await choice.getByRole('button', { name: '的下级' }).first().click();
  await choice.locator('li button[aria-pressed=false]:only-child').first().click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await see(page.getByText('没有关联的户'));
  await see(page.getByText('15,500.50 元'));

  await page.getByRole('button', { name: '更正' }).click();
  await page.getByLabel('列入计划的年度').selectOption('2018');
  await page.getByLabel('开工日期').fill('20180401');
  await page.getByLabel('竣工日期').fill('20180301');
  stage.browser.expectStatus(422);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await see(page.getByText('竣工日期不能早于开工日期'));
  await page.getByLabel('竣工日期').fill('20181001');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await see(page.getByText('已保存危房改造档案'));

  await page.getByRole('button', { name: '手工关联' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('户主或成员的姓名或身份证号').fill(household.number);
  await dialog.getByRole('button', { name: '查找' }).click();
  await dialog.getByRole('radio').first().check();
  await dialog.getByLabel('关联原因').fill('户主改名，村委会证明');
  await dialog.getByRole('button', { name: '关联', exact: true }).click();
  await page.getByRole('link', { name: `${household.name}户` }).click();
  await see(heading(page, '住房保障信息'));
  await page.getByRole('link', { name: '打开档案' }).click();
  await see(page.getByText('手工关联').first());

  await page.goto('/#/entry');
  await page.getByRole('button', { name: '按关联信息认定' }).click();
  await dialog.getByLabel('乡镇审核人').fill('杨审核');
  await dialog.getByLabel('县级主管部门审核人').fill('王审核');
  await dialog.getByRole('button', { name: /^认定 \d+ 户/ }).click();
  await see(dialog.getByText(/^已认定 \d+ 户/));
  const linked = await stage.app.owner.query<{ n: number }>(
    `select count(*)::int as n from anju.journal where action = 'recogniseLinked'`,
  );
  expect(linked.rows[0]?.n).toBeGreaterThan(0);
});

test('photos of the work are added and deleted on the archive’s page, and its household’s record shows them', async () => {
  const { rows } = await stage.app.owner.query<{ id: number; household: number }>(
    `select s.renovation_id as id, s.household_id as household from safeguards s
     where s.renovation_id is not null and s.region_code like '520425%' order by s.id limit 1`,
  );
  const [archive] = rows;
  if (!archive) throw new Error('The demonstration has no linked archive');
  const page = await signedIn(stage.browser, 'demo-clerk');
  await page.goto(`/#/renovations/${archive.id}`);
  await page.getByLabel('改造前：选择照片').setInputFiles([{ ...(await aPhoto('旧房.jpg', 31)) }]);
  await page.getByLabel('改造后：选择照片').setInputFiles([{ ...(await aPhoto('新房.jpg', 77)) }]);
  await see(page.getByRole('button', { name: '查看改造前第 1 张' }));
  await page.getByRole('button', { name: '查看改造后第 1 张' }).click();
  const preview = page.getByRole('dialog', { name: '改造后（1 / 1）' });
  await see(preview.getByRole('img', { name: '新房.jpg' }));
  await preview.getByRole('button', { name: '删除…' }).click();
  await page.getByLabel('删除原因').fill('拍错了户');
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await see(page.getByText('改造照片已删除'));
  await gone(page.getByRole('button', { name: '查看改造后第 1 张' }));

  await page.goto(`/#/households/${archive.household}`);
  await see(page.getByRole('button', { name: '改造前 1：查看大图' }));
  const reader = await signedIn(stage.browser, 'demo-county');
  await reader.goto(`/#/renovations/${archive.id}`);
  await reader.getByRole('button', { name: '改造前 1：查看大图' }).click();
  await see(reader.getByRole('dialog').getByRole('img', { name: /旧房\.jpg/ }));
  await gone(reader.getByLabel('改造前：选择照片'));
});
