import type { Locator, Page } from 'playwright-core';
import { householdsToTake, RECOGNITIONS, storedState } from '../integration/registry/register';
import {
  aDocument,
  APPRAISAL_PAPER,
  aPhoto,
  fillOriginalSafe,
  fillReviewers,
  handIn,
  HOUSE_PHOTO,
  openForm,
  ORIGINAL_SAFE,
  saveButton,
} from './form';
import { gone, see, signedIn } from './person';
import { openStage } from './stage';

/** Households of 520425 that nobody has recognised and no archive knows; each test takes its own. */
let nextHousehold: () => number;

const stage = openStage(async (stage) => {
  nextHousehold = await householdsToTake(stage.app);
});

/** Waits until the picture is as wide as this, in its own pixels. */
async function untilWidth(place: Locator, wanted: number): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const width = await place.getByRole('img').evaluate((image: { naturalWidth: number }) => image.naturalWidth);
    if (width === wanted) return width;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The picture never became ${wanted} wide`);
}

/** Whether the input with this label is marked as wrong. */
async function isMarked(page: Page, label: string): Promise<boolean> {
  return (await page.getByLabel(label).getAttribute('aria-invalid')) === 'true';
}

test('required fields that are empty are named at the fields, and nothing is saved', async () => {
  const id = nextHousehold();
  const before = await storedState(stage.app, id);
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openForm(page, id);
  await saveButton(page).click();
  await see(page.getByText('请选择住房安全保障情况'));
  await page.getByRole('radio', { name: ORIGINAL_SAFE, exact: true }).check();
  for (const label of ['乡镇审核人', '县级主管部门审核人']) await page.getByLabel(label).fill('');
  await saveButton(page).click();
  for (const label of ['鉴定（评定）结果', '鉴定（评定）人', '鉴定（评定）时间', '乡镇审核人', '县级主管部门审核人']) {
    await see(page.getByText(new RegExp(`^请(填写|选择)${label}$`)));
    expect(await isMarked(page, label)).toBe(true);
  }
  expect(await isMarked(page, '录入时间')).toBe(false);
  expect(await storedState(stage.app, id)).toEqual(before);
});

test('a day that does not exist and a completion before the start are refused at their fields', async () => {
  const id = nextHousehold();
  const before = await storedState(stage.app, id);
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openForm(page, id);
  await fillReviewers(page);
  await page.getByRole('radio', { name: '易地扶贫搬迁', exact: true }).check();
  await page.getByLabel('开工时间').fill('2020-02-30');
  await page.getByLabel('竣工时间').fill('2018.9.1');
  await page.getByLabel('入住时间').fill('20181201');
  await saveButton(page).click();
  await see(page.getByText(/^开工时间不是有效日期/));
  expect(await isMarked(page, '开工时间')).toBe(true);
  await page.getByLabel('开工时间').fill('2019-03-01');
  await saveButton(page).click();
  await see(page.getByText('竣工时间不能早于开工时间'));
  expect(await isMarked(page, '竣工时间')).toBe(true);
  expect(await storedState(stage.app, id)).toEqual(before);
  await page.getByLabel('开工时间').fill('2017-3-1');
  await saveButton(page).click();
  await see(page.getByText(/^已保存.*户的认定信息$/));
});

test('a text file named .jpg is refused on its card; it is not stored and can be given up', async () => {
  const id = nextHousehold();
  const before = await storedState(stage.app, id);
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openForm(page, id);
  await page.getByRole('radio', { name: ORIGINAL_SAFE, exact: true }).check();
  stage.browser.expectStatus(415);
  await handIn(page, HOUSE_PHOTO, [
    { name: '其实是文字.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('这不是照片') },
  ]);
  const card = page.getByRole('article', { name: HOUSE_PHOTO });
  await see(card.getByRole('alert').filter({ hasText: /图片|照片/ }));
  expect(await storedState(stage.app, id)).toEqual(before);
  await card.getByRole('button', { name: '取消上传 其实是文字.jpg' }).click();
  await gone(card.getByRole('alert'));
  await handIn(page, HOUSE_PHOTO, [await aPhoto('真照片.jpg', 30)]);
  await see(card.getByRole('button', { name: `查看${HOUSE_PHOTO}第 1 张` }));
});

test('a paper comes as PDF, a photo is turned for everybody, and what is still missing is brought or explained after the save', async () => {
  const [first, second] = [nextHousehold(), nextHousehold()];
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openForm(page, first);
  await fillOriginalSafe(page);
  await handIn(page, APPRAISAL_PAPER, [await aDocument('鉴定报告.pdf', 2)]);
  await see(page.getByRole('button', { name: `查看${APPRAISAL_PAPER}第 1 张` }).getByText('PDF 2 页'));
  await saveButton(page).click();
  const papers = page.getByRole('dialog', { name: '已保存，还缺 1 类佐证材料' });
  await see(papers.getByText(HOUSE_PHOTO));
  await papers.getByRole('button', { name: '补传' }).click();
  await gone(papers);
  await handIn(page, HOUSE_PHOTO, [await aPhoto('横着的.jpg', 90)]);
  await page.getByRole('button', { name: `查看${HOUSE_PHOTO}第 1 张` }).click();
  const preview = page.getByRole('dialog', { name: new RegExp(HOUSE_PHOTO) });
  await see(preview.getByRole('img', { name: '横着的.jpg' }));
  await preview.getByRole('button', { name: '向右旋转' }).click();
  await expect(untilWidth(preview, 480)).resolves.toBe(480);
  await preview.getByRole('button', { name: '关闭' }).click();

  await openForm(page, second);
  await fillOriginalSafe(page);
  await saveButton(page).click();
  const missing = page.getByRole('dialog', { name: '已保存，还缺 2 类佐证材料' });
  await missing.getByRole('button', { name: '填写说明' }).click();
  const explanation = page.getByRole('dialog', { name: '佐证材料缺失的说明' });
  await explanation.getByRole('button', { name: '保存说明' }).click();
  await see(explanation.getByText('请填写说明'));
  await explanation.getByLabel('说明').fill('材料在县档案馆，待调取');
  await explanation.getByRole('button', { name: '保存说明' }).click();
  await gone(explanation);
  const { rows } = await stage.app.owner.query(
    `select state, strpos(steps::text, '材料在县档案馆，待调取') > 0 as told from warnings where household_id = $1 and kind = 'evidenceMissing'`,
    [second],
  );
  expect(rows).toEqual([{ state: 'dismissed', told: true }]);

  await page.goto(`/#/households/${first}`);
  const history = page.getByRole('region', { name: '变更记录' });
  await see(history.getByText('新增认定信息'));
  await see(history.getByText('鉴定报告.pdf'));
});

test('another kind for a recognised household says what goes along and what is dropped', async () => {
  const id = nextHousehold();
  const clerk = await stage.app.as('demo-clerk');
  const { version } = (await clerk.get(`/api/registry/households/${id}`).expect(200)).body as { version: number };
  await clerk
    .put(`/api/registry/households/${id}/safeguard`)
    .send({ version, ...RECOGNITIONS.otherRelocation })
    .expect(200);
  const page = await signedIn(stage.browser, 'demo-clerk');
  await openForm(page, id);
  await page.getByRole('radio', { name: '易地扶贫搬迁', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '改为易地扶贫搬迁？' });
  await see(dialog.getByText(/^保留：开工时间、竣工时间、尚未入住/));
  await see(dialog.getByText(/清除生态移民、水库移民和避险搬迁的：类型/));
  await dialog.getByRole('button', { name: '改为易地扶贫搬迁' }).click();
  expect(await page.getByLabel('开工时间').inputValue()).toBe('2016-03-01');
  await saveButton(page).click();
  await see(page.getByText(/^已保存.*户的认定信息$/));
});

test('a disability card’s number is explained, its proposal is taken by one click and saved', async () => {
  const { rows } = await stage.app.owner.query<{ id: number; member: number; number: string; name: string }>(
    `select h.id, m.id as member, m.registry_id_number as number, m.name
       from households h join members m on m.household_id = h.id
      where length(m.registry_id_number) = 20 and h.region_code like '520402%' limit 1`,
  );
  const [holder] = rows;
  if (!holder) throw new Error('The demonstration has no disability card in 520402');
  const page = await signedIn(stage.browser, 'demo-other-clerk');
  await openForm(page, holder.id);
  const proposed = holder.number.slice(0, 18);
  await see(page.getByText('20 位，像残疾证号'));
  await page.getByRole('button', { name: `${holder.name}：采用建议号码 ${proposed}` }).click();
  expect(await page.getByLabel(`${holder.name} 身份证号（更正）`).inputValue()).toBe(proposed);
  await saveButton(page).click();
  await see(page.getByText(/^已保存.*户的更正$/));
  const stored = await stage.app.owner.query(
    'select corrected_id_number, registry_id_number, id_key from members where id = $1',
    [holder.member],
  );
  expect(stored.rows).toEqual([{ corrected_id_number: proposed, registry_id_number: holder.number, id_key: proposed }]);
});

test('of two clerks in one household the second is asked, and loses nothing that was typed', async () => {
  const id = nextHousehold();
  const first = await signedIn(stage.browser, 'demo-clerk');
  const second = await signedIn(stage.browser, 'demo-clerk');
  await openForm(first, id);
  await openForm(second, id);
  await fillOriginalSafe(second, '后保存的鉴定人');
  await fillOriginalSafe(first, '先保存的鉴定人');
  await saveButton(first).click();
  await see(first.getByText(/^已保存.*户的认定信息$/));

  stage.browser.expectStatus(409);
  await saveButton(second).click();
  const dialog = second.getByRole('dialog', { name: '这一户刚被他人修改，您的内容还没有保存' });
  await see(dialog);
  const contested = dialog.getByRole('group', { name: '鉴定（评定）人' });
  await see(contested.getByText('我填写的：后保存的鉴定人'));
  await see(contested.getByText('最新的：先保存的鉴定人'));
  await dialog.getByRole('button', { name: '查看最新' }).click();
  await gone(dialog);
  expect(await second.getByLabel('鉴定（评定）人').inputValue()).toBe('后保存的鉴定人');
  expect(await second.getByLabel('鉴定（评定）时间').inputValue()).toBe('2020-06-01');
  await saveButton(second).click();
  await see(second.getByText(/^已保存.*户的认定信息$/));
  const { rows } = await stage.app.owner.query('select appraiser from safeguards where household_id = $1', [id]);
  expect(rows).toEqual([{ appraiser: '后保存的鉴定人' }]);
});
