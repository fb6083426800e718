import { seriousFindings, sidewaysPixels } from '../harness/accessibility';
import { DESKTOP, PHONE } from '../harness/browser';
import { openForm, saveButton } from './form';
import { heading, numberIn, see, signedIn } from './person';
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
    expect(faults).toEqual([]);
  },
);

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
