import type { Page } from 'playwright-core';
import { APPRAISAL_PAPER, aPhoto, fillOriginalSafe, handIn, HOUSE_PHOTO, ORIGINAL_SAFE, saveButton } from './form';
import { gone, heading, numberIn, see, signedIn } from './person';
import { totalsByKind } from './statistics-page';
import { openStage } from './stage';

const stage = openStage();

test('a clerk recognises a household with its photos, and the county’s statistics change for everybody', async () => {
  const clerk = await signedIn(stage.browser, 'demo-clerk');
  const county = await signedIn(stage.browser, 'demo-county');
  const before = await totalsByKind(clerk);
  expect(await totalsByKind(county)).toEqual(before);
  await clerk.getByRole('link', { name: '工作台' }).first().click();
  const waiting = clerk.getByRole('link', { name: /^未认定/ });
  await see(waiting);
  const left = numberIn((await waiting.textContent())?.replace('未认定', '') ?? '');

  await clerk.getByRole('link', { name: '住房保障信息录入' }).first().click();
  await see(heading(clerk, '住房保障信息录入'));
  const head = await openFirstUnlinked(clerk);
  await fillOriginalSafe(clerk);
  await handIn(clerk, APPRAISAL_PAPER, [await aPhoto('鉴定表1.jpg', 10), await aPhoto('鉴定表2.jpg', 60)]);
  await handIn(clerk, HOUSE_PHOTO, [await aPhoto('正面1.jpg', 110), await aPhoto('正面2.jpg', 160)]);
  await see(clerk.getByRole('button', { name: `查看${APPRAISAL_PAPER}第 2 张` }));
  await see(clerk.getByRole('button', { name: `查看${HOUSE_PHOTO}第 2 张` }));
  await saveButton(clerk).click();
  await see(clerk.getByText(`已保存${head}户的认定信息`));

  const after = { ...before, originalSafe: before.originalSafe + 1, unrecognised: before.unrecognised - 1 };
  expect(await totalsByKind(clerk)).toEqual(after);
  await county.reload();
  expect(await totalsByKind(county)).toEqual(after);
  await clerk.getByRole('link', { name: '工作台' }).first().click();
  await see(clerk.getByRole('link', { name: new RegExp(`^未认定\\s*${left - 1}\\s*户`) }));
  await findRecognisedWithPhotos(county, head);
});

/** The first household of the list whose persons stand in no other record; its head's name. */
async function openFirstUnlinked(page: Page): Promise<string> {
  const rows = page.getByRole('row').filter({ has: page.getByRole('link', { name: '录入认定信息' }) });
  await see(rows.first());
  for (const text of await rows.allTextContents()) expect(text).toMatch(/69\d{4}\*{8}[\dX]{4}|–/);
  expect((await rows.allTextContents()).join('\n')).not.toMatch(/\d{15}/);
  const row = rows.filter({ hasNotText: /危改档案|搬迁名单/ }).filter({ hasText: /69\d{4}\*{8}/ });
  const head = (await row.first().getByRole('link').first().textContent()) ?? '';
  await row.first().getByRole('link', { name: '录入认定信息' }).click();
  await see(heading(page, '录入认定信息'));
  await see(page.getByText(head).first());
  return head;
}

/** Finds the household under 已认定 by its head's name, and its photos in its record, large as well. */
async function findRecognisedWithPhotos(page: Page, head: string): Promise<void> {
  await page.getByRole('link', { name: '住房保障信息查询' }).first().click();
  await page.getByRole('tab', { name: /^已认定/ }).click();
  await page.getByLabel('姓名或身份证号（含成员）').fill(head);
  await page.getByRole('button', { name: '查询', exact: true }).click();
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: head, exact: true }) });
  await row.filter({ hasText: ORIGINAL_SAFE }).first().getByRole('link', { name: head, exact: true }).click();
  await see(heading(page, '住房保障信息'));
  const photo = page.getByRole('button', { name: `${HOUSE_PHOTO} 2：查看大图` });
  await photo.click();
  const large = page.getByRole('dialog').getByRole('img', { name: /正面[12]\.jpg/ });
  await see(large);
  await expect(drawnWidth(page, /正面[12]\.jpg/)).resolves.toBe(640);
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  await gone(large);
}

/** What the page's own code sees of a picture. */
interface Picture {
  readonly naturalWidth: number;
  decode(): Promise<void>;
}

/** Width of a picture in pixels once it is decoded. */
function drawnWidth(page: Page, name: RegExp): Promise<number> {
  return page.getByRole('img', { name }).evaluate((image: Picture) => image.decode().then(() => image.naturalWidth));
}

test('the next household is opened, filled in and saved by keyboard alone', async () => {
  const page = await signedIn(stage.browser, 'demo-clerk');
  await page.getByRole('link', { name: '住房保障信息录入' }).first().focus();
  await page.keyboard.press('Enter');
  await see(page.getByRole('button', { name: /^录入下一户/ }));
  await see(page.getByRole('link', { name: '录入认定信息' }).first());
  await page.keyboard.press('n');
  await see(heading(page, '录入认定信息'));
  const first = householdIn(page);
  await see(page.getByLabel(ORIGINAL_SAFE).and(page.locator(':focus')));
  await tabTo(page, '县级主管部门审核人', 'Shift+Tab');
  await page.keyboard.insertText('班玉梅');
  await tabTo(page, '乡镇审核人', 'Shift+Tab');
  await page.keyboard.insertText('伍国栋');
  await tabTo(page, ORIGINAL_SAFE);
  await page.keyboard.press('Space');
  await tabTo(page, '鉴定（评定）结果');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, '鉴定（评定）人');
  await page.keyboard.insertText('罗工程师');
  await tabTo(page, '鉴定（评定）时间');
  await page.keyboard.type('20200601');
  await page.keyboard.press('Control+Enter');
  await see(page.getByText(/^已保存.*户的认定信息$/));
  const papers = page.getByRole('dialog', { name: '已保存，还缺 2 类佐证材料' });
  await see(papers.getByText('房屋正面照片'));
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.hash.endsWith(`/${first}`));
  await see(heading(page, '录入认定信息'));
  expect(householdIn(page)).not.toBe(first);
  await see(page.getByLabel(ORIGINAL_SAFE).and(page.locator(':focus')));
  const { rows } = await stage.app.owner.query(
    "select kind, appraisal_result, to_char(appraisal_date, 'YYYY-MM-DD') as day, township_reviewer, county_reviewer from safeguards where household_id = $1",
    [first],
  );
  expect(rows).toEqual([
    {
      kind: 'originalSafe',
      appraisal_result: 'gradeA',
      day: '2020-06-01',
      township_reviewer: '伍国栋',
      county_reviewer: '班玉梅',
    },
  ]);
});

/** The household whose form is open. */
function householdIn(page: Page): number {
  return Number(/#\/entry\/(\d+)/.exec(page.url())?.[1]);
}

/** Goes on, or back, until the input with this label has the focus. */
async function tabTo(page: Page, label: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 12; steps += 1) {
    await page.keyboard.press(key);
    if (await page.getByLabel(label).evaluate(isFocused)) return;
  }
  throw new Error(`${label} is not reached by Tab`);
}

function isFocused(input: { matches(selector: string): boolean }): boolean {
  return input.matches(':focus');
}
