import { WARNING_SEVERITIES } from '@anju/domain';
import type { StandingWarningRules } from '@anju/domain/contracts';
import { seriousFindings, sidewaysPixels } from '../harness/accessibility';
import { DESKTOP, PHONE } from '../harness/browser';
import { openForm, saveButton } from './form';
import { gone, heading, numberIn, see, signedIn } from './person';
import { openStage } from './stage';

const stage = openStage();

test('a configurator renames, adds and orders options, and a clerk who is filling in a form sees them', async () => {
  stage.browser.expectStatus(422);
  const { rows } = await stage.app.owner.query<{ id: number }>(
    `select id from households where not recognised and departure_reason is null and region_code like '520425%' order by id limit 1`,
  );
  const clerk = await signedIn(stage.browser, 'demo-clerk');
  await openForm(clerk, rows[0]?.id ?? 0);
  await clerk.getByRole('radio', { name: '其他方式', exact: true }).check();
  await clerk.getByLabel('乡镇审核人').fill('伍国栋');
  const choices = () => clerk.getByLabel('保障方式', { exact: true }).getByRole('option').allTextContents();
  expect(await choices()).toContain('租住');

  const page = await signedIn(stage.browser, 'demo-configurator');
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

test.each([DESKTOP, PHONE])(
  'at $width pixels nothing of the page scrolls sideways, and axe finds nothing serious',
  async (size) => {
    const page = await signedIn(stage.browser, 'demo-configurator', size);
    const faults: unknown[] = [];
    const note = async (name: string) => {
      faults.push(...(await seriousFindings(page)).map((finding) => `${name}: ${finding}`));
      if ((await sidewaysPixels(page)) > 0) faults.push(`${name} scrolls sideways`);
    };
    await page.goto('/#/options?subject=renovationMode');
    await see(page.getByRole('listitem', { name: '修缮加固' }));
    await note('list');
    await page.getByRole('button', { name: '修改“修缮加固”' }).click();
    await note('editor');
    await page.goto('/#/options?subject=form');
    await see(page.getByLabel('鉴定（评定）人必填'));
    await note('form');
    await page.goto('/#/options?subject=evidence');
    await see(page.getByRole('group', { name: '必需材料 1' }));
    await note('evidence');
    await page.getByRole('button', { name: '按录入人查看' }).click();
    await see(page.getByRole('dialog').getByLabel('鉴定（评定）结果'));
    await note('preview');
    await page.goto('/#/options?subject=warnings');
    await page.reload();
    await see(page.getByRole('listitem', { name: '定时全量核对' }));
    await note('rules');
    await page.goto('/#/regions?region=520425');
    await page.getByRole('button', { name: /^合并/ }).first().click();
    await see(page.getByRole('dialog').getByLabel('并入'));
    await note('region change');
    expect(faults).toEqual([]);
  },
);

test('a configurator tries a rule of the warnings over the province, publishes it and takes it back', async () => {
  const waiting = async () => {
    const { rows } = await stage.app.owner.query<{ n: number }>(
      `select count(*)::int as n from warnings where kind = 'idError' and state = 'open'`,
    );
    return rows[0]?.n ?? -1;
  };
  const before = await waiting();
  const page = await signedIn(stage.browser, 'demo-configurator');
  await page.goto('/#/options?subject=warnings');
  const rule = page.getByRole('listitem', { name: '身份证号错误' });
  // What is not published yet outlives what is published meanwhile, by oneself or by others.
  const unpublished = page.getByRole('listitem', { name: '佐证材料缺失' });
  const severity = unpublished.getByLabel('严重程度');
  const published = await severity.inputValue();
  const [mine = '', others = ''] = WARNING_SEVERITIES.filter((value) => value !== published);
  await severity.selectOption(mine);
  await rule.getByLabel('填成残疾人证号').uncheck();
  await rule.getByRole('button', { name: '试算并发布' }).click();
  const dialog = page.getByRole('dialog');
  const sentence = (await dialog.getByText(/^将新增/).textContent()) ?? '';
  await see(dialog.getByRole('table', { name: '各县的变化' }).getByRole('row').nth(1));
  await dialog.getByLabel('修改原因').fill('残疾人证号另行清理');
  await dialog.getByRole('button', { name: '确认发布' }).click();
  const history = page.getByRole('region', { name: '更改记录' });
  await see(history.getByText('身份证号错误：停用检查“填成残疾人证号”'));
  expect(await severity.inputValue()).toBe(mine);
  expect(await unpublished.getByText(/^他人刚发布了这一项的更改/).count()).toBe(0);
  expect(before - (await waiting())).toBe(numberIn(sentence.split('解除')[1] ?? ''));
  await history.getByRole('button', { name: '撤销' }).click();
  await see(history.getByText(/^撤销：身份证号错误/));
  expect(await waiting()).toBe(before);

  const colleague = await stage.app.as('demo-configurator');
  const { version, rules } = (await colleague.get('/api/options/warning-rules').expect(200))
    .body as StandingWarningRules;
  const standing = rules.find(({ kind }) => kind === 'evidenceMissing');
  await colleague
    .put('/api/options/warning-rules')
    .send({ version, rule: { ...standing, severity: others } })
    .expect(200);
  stage.browser.expectStatus(409);
  await unpublished.getByRole('button', { name: '试算并发布' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认发布' }).click();
  await see(page.getByRole('dialog').getByRole('alert'));
  await page.getByRole('dialog').getByRole('button', { name: '再看看' }).click();
  await see(unpublished.getByText(/^他人刚发布了这一项的更改/));
  expect(await severity.inputValue()).toBe(mine);
  await unpublished.getByRole('button', { name: '放弃更改' }).click();
  expect(await severity.inputValue()).toBe(others);
});

test('a configurator sees whom a paper concerns before it is asked for, and takes it back', async () => {
  const page = await signedIn(stage.browser, 'demo-configurator');
  await page.goto('/#/options?subject=evidence');
  await page.getByRole('tab', { name: '易地扶贫搬迁' }).click();
  await page.getByRole('button', { name: '新增必需材料' }).click();
  await page.getByRole('button', { name: '预览影响并发布' }).click();
  const dialog = page.getByRole('dialog');
  const sentence = await dialog.getByText(/户缺少佐证/).textContent();
  await see(dialog.getByRole('table', { name: '将缺少佐证的县' }));
  await dialog.getByRole('button', { name: '确认发布' }).click();
  const history = page.getByRole('region', { name: '更改记录' });
  await see(history.getByText('调整易地扶贫搬迁的佐证材料'));
  const lacking = async () => {
    const { rows } = await stage.app.owner.query<{ n: number }>(
      `select count(*)::int as n from warnings where kind = 'evidenceMissing' and state <> 'cleared'
         and explanation ->> 'kind' = 'povertyRelocation'`,
    );
    return rows[0]?.n;
  };
  expect(await lacking()).toBe(numberIn(sentence));
  await history.getByRole('button', { name: '撤销' }).click();
  await see(history.getByText('撤销：调整易地扶贫搬迁的佐证材料'));
  expect(await lacking()).toBe(0);
});

test('a configurator merges a township after seeing what follows, and a supervisor counts on', async () => {
  const { rows } = await stage.app.owner.query<{ code: string; name: string; n: number }>(
    `select r.code, r.name, count(*)::int as n from households h join regions r on r.code = left(h.region_code, 9)
     where h.region_code like '520425%' and h.source = 'registry' group by 1, 2 order by 3 limit 2`,
  );
  const [from, into] = rows;
  stage.browser.expectStatus(400);
  const page = await signedIn(stage.browser, 'demo-configurator');
  await page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: /区划/ }).click();
  await see(heading(page, '行政区划调整'));
  await page.goto('/#/regions?region=520425');
  await page.getByRole('button', { name: `更名${from?.name}`, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('新名称').fill('改名镇');
  await dialog.getByLabel('新代码').fill('520425777');
  await dialog.getByLabel('调整依据（文号）').fill('民发〔2026〕1号');
  await dialog.getByRole('button', { name: '预览影响' }).click();
  const codes = dialog.getByRole('region', { name: '代码对照' });
  const given = codes.getByRole('textbox').first();
  await given.fill('520425777888');
  await given.press('Tab');
  await see(dialog.getByText('代码已修改，请再次预览影响后确认。'));
  expect(await given.inputValue()).toBe('520425777888');
  await dialog.getByRole('button', { name: '预览影响' }).click();
  await see(dialog.getByText('我已核对代码对照'));
  expect(await given.inputValue()).toBe('520425777888');
  await dialog.getByRole('button', { name: '取消' }).click();
  await gone(dialog);
  await page.getByRole('button', { name: `合并${from?.name}`, exact: true }).click();
  await dialog.getByLabel('并入').selectOption(into?.code ?? '');
  await dialog.getByRole('button', { name: '预览影响' }).click();
  await see(dialog.getByText('请填写调整依据'));
  await dialog.getByLabel('调整依据（文号）').fill('民发〔2026〕1号');
  await dialog.getByRole('button', { name: '预览影响' }).click();
  await see(dialog.getByRole('region', { name: '代码对照' }).getByText(from?.code ?? '', { exact: true }));
  expect(await dialog.getByRole('button', { name: '确认合并' }).isDisabled()).toBe(true);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: '确认合并' }).click();
  await see(
    page
      .getByRole('complementary', { name: '调整记录' })
      .getByText(/并入.*/)
      .first(),
  );
  expect(await page.getByRole('button', { name: `合并${from?.name}`, exact: true }).count()).toBe(0);

  const county = await signedIn(stage.browser, 'demo-county');
  await county.goto('/#/statistics');
  const row = county
    .getByRole('row')
    .filter({ has: county.getByRole('rowheader', { name: into?.name ?? '', exact: true }) });
  await see(row);
  expect(numberIn(await row.getByRole('cell').first().textContent())).toBe((from?.n ?? 0) + (into?.n ?? 0));
  // Compared by a column, the largest region stands first.
  await county.getByRole('button', { name: '建档立卡贫困户' }).click();
  const counts = (await county.locator('tbody tr:not(.total):not(.unplaced) td:first-of-type').allTextContents()).map(
    numberIn,
  );
  expect(counts).toEqual([...counts].sort((one, other) => other - one));
});

test('a county tells its clerks something on 工作台, and takes it back', async () => {
  const county = await signedIn(stage.browser, 'demo-county');
  await county.getByRole('button', { name: '发通知', exact: true }).click();
  const dialog = county.getByRole('dialog');
  await dialog.getByLabel('标题').fill('月底前完成补拍');
  await dialog.getByLabel('内容').fill('缺少正面照片的户请于月底前补拍。');
  await dialog.getByLabel('开始日期').fill('2020.6.1');
  await dialog.getByLabel('结束日期').fill('20991231');
  await dialog.getByRole('button', { name: '发出' }).click();
  await see(county.getByRole('region', { name: '通知' }).getByText('月底前完成补拍'));
  await see(county.getByRole('region', { name: '通知' }).getByText(/，2020-06-01 至 2099-12-31$/));
  const clerk = await signedIn(stage.browser, 'demo-clerk', PHONE);
  await see(clerk.getByRole('region', { name: '通知' }).getByText('缺少正面照片的户请于月底前补拍。'));
  expect([await sidewaysPixels(clerk), await seriousFindings(clerk)]).toEqual([0, []]);
  await county.getByRole('button', { name: '已发通知' }).click();
  await county.getByRole('button', { name: '撤回' }).click();
  await county.getByRole('button', { name: '确认撤回' }).click();
  await see(county.getByRole('dialog').getByText(/^已撤回，/));
  await clerk.reload();
  await see(heading(clerk, '工作台'));
  expect(await clerk.getByText('月底前完成补拍').count()).toBe(0);
});

test('a configurator brings the form back to what was shipped after reading what that changes', async () => {
  const page = await signedIn(stage.browser, 'demo-configurator');
  await page.goto('/#/options?subject=constructionMode');
  await page.getByRole('button', { name: '修改“自建”' }).click();
  const editor = page.getByRole('group', { name: '修改“自建”' });
  await editor.getByLabel('名称').fill('农户自建');
  await editor.getByRole('button', { name: '确定修改' }).click();
  const history = page.getByRole('region', { name: '更改记录' });
  await history.getByRole('button', { name: '恢复默认' }).click();
  const dialog = page.getByRole('dialog');
  await see(dialog.getByText('“农户自建”改名为“自建”'));
  await dialog.getByRole('button', { name: '确认恢复' }).click();
  await see(history.getByText('“建设方式”恢复默认'));
  await see(page.getByRole('button', { name: '修改“自建”' }));
});
