import { checkCharacter } from '@anju/domain';
import { aPhoto, handIn, HOUSE_PHOTO, saveButton } from './form';
import { gone, heading, numberIn, see, signedIn } from './person';
import { openStage } from './stage';
import { first, headOf, makeOverlap, settled, waiting } from './waiting-warnings';
import { clicksOf, itemOf, openKind } from './warning-page';

const stage = openStage();
const CLICKS = 3;

test('the kinds and the menu carry the counts of what waits', async () => {
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openKind(page, '身份证号错误');
  const kinds = page.getByRole('navigation', { name: '预警类型' });
  const shown = async (name: RegExp) => numberIn(await kinds.getByRole('button', { name }).textContent());
  expect(await shown(/全部待处理/)).toBe(await waiting(stage.app));
  expect(await shown(/身份证号错误/)).toBe(await waiting(stage.app, `kind = 'idError'`));
  const menu = page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: /预警分析/ });
  expect(numberIn(await menu.textContent())).toBe(await waiting(stage.app));
  await page.getByRole('tab', { name: '分地区' }).click();
  const total = page.getByRole('row', { name: /^合计/ });
  expect(numberIn(await total.getByRole('cell').first().textContent())).toBe(
    await waiting(stage.app, `kind = 'idError'`),
  );
  await total.getByRole('link').click();
  await page.getByLabel('排序').selectOption({ label: '等待最久的在前' });
  await see(page.getByRole('list', { name: '预警名单' }));
});

describe('at most three clicks lead from a warning to the saved fix:', () => {
  test('a proposed number is adopted', async () => {
    const warning = await first(stage.app, `w.kind = 'idError' and w.explanation -> 'hasProposal' = 'true'`);
    const page = await signedIn(stage.browser, 'demo-clerk');
    const item = await itemOf(page, '身份证号错误', warning);
    await item.getByRole('button', { name: '采用建议号码' }).click();
    await page.getByRole('button', { name: '核对无误，采用' }).click();
    await settled(stage.app, warning.id);
    expect(await clicksOf(page)).toBeLessThanOrEqual(CLICKS);
  });

  test('a number without a proposal is corrected where the form marks it', async () => {
    await stage.app.owner.query(
      `update members set registry_id_number = left(registry_id_number, 17) || case right(registry_id_number, 1) when '1' then '2' else '1' end
       where id = (select id from (${headOf('originalSafe')}) one)`,
    );
    const warning = await first(
      stage.app,
      `w.kind = 'idError' and w.explanation -> 'errors' = '["checksum"]' and s.kind = 'originalSafe'`,
    );
    const { rows } = await stage.app.owner.query<{ number: string }>(
      `select coalesce(nullif(corrected_id_number, ''), registry_id_number) as number from members m
       join warnings w on m.id = (w.explanation ->> 'memberId')::integer where w.id = $1`,
      [warning.id],
    );
    const page = await signedIn(stage.browser, 'demo-clerk');
    const item = await itemOf(page, '身份证号错误', warning);
    await item.getByRole('link', { name: '更正身份证号' }).click();
    await see(page.getByText(/^预警：.*校验位不对/));
    const field = page.locator('input:focus');
    expect(await field.getAttribute('aria-label')).toMatch(/身份证号（更正）$/);
    const digits = (rows[0]?.number ?? '').slice(0, 17);
    await field.fill(digits + checkCharacter(digits));
    await saveButton(page).click();
    await settled(stage.app, warning.id);
    expect(await clicksOf(page)).toBeLessThanOrEqual(CLICKS);
  });

  test('an overlap is mended by another kind', async () => {
    await makeOverlap(stage.app);
    const warning = await first(stage.app, `w.kind = 'safeguardOverlap' and s.kind = 'originalSafe'`);
    const page = await signedIn(stage.browser, 'demo-clerk');
    const item = await itemOf(page, '保障措施重叠', warning);
    await item.getByRole('link', { name: '修改保障方式' }).click();
    await see(page.getByText(/^预警：.*一户只能认定一种保障方式/));
    await page.getByRole('radio', { name: '易地扶贫搬迁', exact: true }).click();
    for (const [label, day] of [
      ['开工时间', '20170301'],
      ['竣工时间', '20180901'],
      ['入住时间', '20181201'],
    ] as const)
      await page.getByLabel(label).fill(day);
    await saveButton(page).click();
    await settled(stage.app, warning.id);
    expect(await clicksOf(page)).toBeLessThanOrEqual(CLICKS);
  });

  test('an overlap by an archive that is somebody else’s is mended by parting them', async () => {
    await stage.app.owner.query(
      `with head as (${headOf(null)}),
         entry as (insert into relocation_entries (region_code, person_name, id_number) select region_code, name, id_key from head)
       insert into renovations (region_code, head_name, id_number, poverty_type) select region_code, '同号之人', id_key, 'registeredPoor' from head`,
    );
    const warning = await first(
      stage.app,
      `w.kind = 'safeguardOverlap' and w.explanation -> 'sources' @> '[{"source":"renovation","name":"同***"}]'`,
    );
    const page = await signedIn(stage.browser, 'demo-clerk');
    const item = await itemOf(page, '保障措施重叠', warning);
    await item.getByRole('button', { name: '解除关联' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('原因').fill('同号不同人，已核实');
    await dialog.getByRole('button', { name: '解除关联' }).click();
    await settled(stage.app, warning.id);
    expect(await clicksOf(page)).toBeLessThanOrEqual(CLICKS);
  });

  test('an archive’s person whom no list knows is added beside the list, filled in already', async () => {
    const number = '69042519020202222';
    await stage.app.owner.query(
      `insert into renovations (region_code, head_name, id_number, poverty_type)
       select region_code, '名单外人', $1, 'registeredPoor' from (${headOf(null)}) one`,
      [number + checkCharacter(number)],
    );
    const warning = await first(stage.app, `w.kind = 'renovationIdentity' and a.head_name = '名单外人'`);
    const page = await signedIn(stage.browser, 'demo-clerk');
    const item = await itemOf(page, '危改身份预警', warning);
    await item.getByRole('link', { name: '转库外信息补录' }).click();
    await see(heading(page, '新增库外户'));
    expect(await page.getByLabel('户主姓名').inputValue()).toBe(warning.name);
    await page.getByRole('textbox', { name: /核实说明/ }).fill('村委会入户核实');
    await page.getByRole('button', { name: '保存并认定' }).click();
    await settled(stage.app, warning.id);
    expect(await clicksOf(page)).toBeLessThanOrEqual(CLICKS);
  });

  test('an archive of the wrong type is corrected', async () => {
    await stage.app.owner.query(
      `insert into renovations (region_code, head_name, id_number, poverty_type)
       select region_code, '类型有误', id_key, 'poorDisabled' from (${headOf(null)}) one`,
    );
    const warning = await first(stage.app, `w.kind = 'renovationIdentity' and a.head_name = '类型有误'`);
    const page = await signedIn(stage.browser, 'demo-clerk');
    const item = await itemOf(page, '危改身份预警', warning);
    await item.getByRole('button', { name: '修改档案类型' }).click();
    // Choosing from a list is a click that the page does not see.
    await page.getByRole('dialog').getByLabel('贫困类型').selectOption({ label: '建档立卡贫困户' });
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await settled(stage.app, warning.id);
    expect((await clicksOf(page)) + 1).toBeLessThanOrEqual(CLICKS);
  });

  test('a renovation without its archive is linked to it', async () => {
    const { rows } = await stage.app.owner.query<{ household_id: number }>(
      `update safeguards set renovation_id = null where household_id = (
         select s.household_id from safeguards s join renovations r on r.id = s.renovation_id join members m on m.household_id = s.household_id and m.is_head
         where s.kind = 'renovation' and s.region_code like '520425%' and s.archive_incomplete is false
           and (select count(*) from renovations o where o.head_name = r.head_name and o.region_code like '520425%') = 1 and r.head_name = m.name
           and not exists (select from warnings w where w.household_id = s.household_id)
         order by s.household_id limit 1) returning household_id`,
    );
    const household = rows[0]?.household_id ?? 0;
    await stage.app.owner.query(
      `update renovations set id_number = null, household_id = null, poverty_type = 'other'
       where id_key in (select id_key from members where household_id = $1)`,
      [household],
    );
    const warning = await first(stage.app, `w.kind = 'incomplete' and w.household_id = ${household}`);
    const page = await signedIn(stage.browser, 'demo-clerk');
    const item = await itemOf(page, '信息不完整', warning);
    await item.getByRole('button', { name: '关联档案' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio').first().click();
    await dialog.getByLabel('关联原因').fill('档案号漏填身份证号');
    await dialog.getByRole('button', { name: '关联', exact: true }).click();
    await settled(stage.app, warning.id);
    expect(await clicksOf(page)).toBeLessThanOrEqual(CLICKS);
  });

  test('missing evidence is handed in where the form marks it', async () => {
    await stage.app.owner.query(
      `update evidences set deleted_at = now() where category = 'houseFrontPhoto' and deleted_at is null
         and household_id = (select household_id from (${headOf('originalSafe')}) one)`,
    );
    const warning = await first(
      stage.app,
      `w.kind = 'evidenceMissing' and w.explanation -> 'groups' -> 0 ->> 'key' = 'housePhoto'
      and jsonb_array_length(w.explanation -> 'groups') = 1`,
    );
    const page = await signedIn(stage.browser, 'demo-clerk');
    const item = await itemOf(page, '佐证材料缺失', warning);
    await item.getByRole('link', { name: '上传佐证材料' }).click();
    await see(page.getByRole('article', { name: HOUSE_PHOTO }).getByText('预警：佐证材料缺失'));
    // Choosing the file is two clicks that the page does not see: one on the card, one in the file dialog.
    await handIn(page, HOUSE_PHOTO, [await aPhoto('paper.jpg', 77)]);
    await settled(stage.app, warning.id);
    // The form does not go on warning of what has come.
    await gone(page.getByRole('article', { name: HOUSE_PHOTO }).getByText('预警：佐证材料缺失'));
    expect((await clicksOf(page)) + 2).toBeLessThanOrEqual(CLICKS);
  });

  test('a photo that serves two households is explained', async () => {
    const warning = await first(stage.app, `w.kind = 'photoReuse'`);
    const page = await signedIn(stage.browser, 'demo-clerk');
    const item = await itemOf(page, '照片重复', warning);
    await item.getByRole('button', { name: '填写说明' }).click();
    const dialog = page.getByRole('dialog', { name: '填写说明' });
    await dialog.getByLabel('说明').fill('两户同住一栋楼，正面照片相同');
    await dialog.getByRole('button', { name: '填写说明' }).click();
    await settled(stage.app, warning.id);
    expect(await clicksOf(page)).toBeLessThanOrEqual(CLICKS);
  });

  test('a special case is explained', async () => {
    await makeOverlap(stage.app);
    const warning = await first(stage.app, `w.kind = 'safeguardOverlap'`);
    const page = await signedIn(stage.browser, 'demo-clerk');
    const item = await itemOf(page, '保障措施重叠', warning);
    await item.getByRole('button', { name: '说明特殊情况' }).click();
    const dialog = page.getByRole('dialog', { name: '说明特殊情况' });
    await dialog.getByLabel('说明').fill('父亲随迁，原房由儿子居住');
    await dialog.getByRole('button', { name: '说明特殊情况' }).click();
    await settled(stage.app, warning.id);
    expect(await clicksOf(page)).toBeLessThanOrEqual(CLICKS);
  });
});

test('missing evidence is explained, and the explanation is kept where it is settled', async () => {
  const before = await waiting(stage.app, `kind = 'evidenceMissing'`);
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openKind(page, '佐证材料缺失');
  const item = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: '填写说明' }) })
    .first();
  await item.getByRole('button', { name: '填写说明' }).click();
  const dialog = page.getByRole('dialog', { name: '填写说明' });
  await dialog.getByRole('button', { name: '填写说明' }).click();
  await see(dialog.getByText('请填写说明'));
  await dialog.getByLabel('说明').fill('材料在县档案馆，待调取');
  await dialog.getByRole('button', { name: '填写说明' }).click();
  await gone(dialog);
  expect(await waiting(stage.app, `kind = 'evidenceMissing'`)).toBe(before - 1);
  await page.getByRole('tab', { name: /已解除/ }).click();
  await see(page.getByText(/说明解除：材料在县档案馆，待调取/));
});

test('all proposed numbers are adopted after a preview of them', async () => {
  await stage.app.owner.query(
    `update members set registry_id_number = registry_id_number || '43' where id = (select id from (${headOf(null)}) one)`,
  );
  const condition = `explanation -> 'hasProposal' = 'true' and not explanation -> 'errors' @> '["duplicate"]'`;
  const before = await waiting(stage.app, condition);
  expect(before).toBeGreaterThan(0);
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openKind(page, '身份证号错误');
  await page.getByRole('button', { name: '批量采用建议号码' }).click();
  const dialog = page.getByRole('dialog', { name: '批量采用建议号码' });
  expect(numberIn(await dialog.getByText(/^将更正/).textContent())).toBe(before);
  await dialog.getByRole('button', { name: '全部采用' }).click();
  await see(dialog.getByText(/^已完成：采用/));
  expect(await waiting(stage.app, condition)).toBe(0);
});

test('the county submits what its clerks explained, the province forwards it, exports it and records the reply', async () => {
  await makeOverlap(stage.app);
  const { id } = await first(stage.app, `w.kind = 'safeguardOverlap'`);
  const clerk = await stage.app.as('demo-clerk');
  await clerk.post(`/api/warnings/${id}/special-case`).send({ text: '两处房屋，村委会证明' }).expect(200);
  const county = await signedIn(stage.browser, 'demo-county');
  await county.goto('/#/warnings?tab=special');
  await county.getByRole('button', { name: '批量提交' }).click();
  const submitting = county.getByRole('dialog', { name: '批量提交特殊情况' });
  await see(submitting.getByText(/等待提交的.*特殊情况共/));
  await submitting.getByLabel('县级意见').fill('情况属实');
  await submitting.getByRole('button', { name: '提交省级' }).click();
  await see(county.getByRole('list', { name: '报送批次' }).getByText(/提交 \d+ 条/));

  const page = await signedIn(stage.browser, 'demo-province');
  await page.goto('/#/warnings?tab=special');
  await page.getByRole('button', { name: '批量上报' }).click();
  const forwarding = page.getByRole('dialog', { name: '批量上报特殊情况' });
  await see(forwarding.getByText(/等待上报的特殊情况共/));
  await forwarding.getByRole('button', { name: '上报', exact: true }).click();
  const batch = page.getByRole('list', { name: '报送批次' }).getByRole('listitem').first();
  const saved = page.waitForEvent('download');
  await batch.getByRole('button', { name: '导出 Excel' }).click();
  expect((await saved).suggestedFilename()).toMatch(/特殊情况上报第\d+批.*\.xlsx$/);
  await batch.getByRole('button', { name: '登记批复' }).click();
  const reply = page.getByRole('dialog');
  await reply.getByLabel('处理结果').selectOption({ label: '认可' });
  await reply.getByLabel('处理意见').fill('同意');
  await reply.getByLabel('批复日期').fill('20200701');
  await reply.getByLabel('批复单位').selectOption({ label: '农房处' });
  await reply.getByRole('button', { name: '登记批复' }).click();
  await see(batch.getByText(/特殊情况已认可 \d+/));
  const { rows } = await stage.app.owner.query<{ state: string }>('select state from warnings where id = $1', [id]);
  expect(rows).toEqual([{ state: 'accepted' }]);
});
