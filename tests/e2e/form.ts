import type { Page } from 'playwright-core';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { heading, see } from './person';

/** A file as a person hands it in. */
export interface HandedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const ORIGINAL_SAFE = '原住房鉴定（评定）安全';
export const HOUSE_PHOTO = '房屋正面照片';
export const APPRAISAL_PAPER = '原住房安全鉴定（评定）材料';

/** A real JPEG; each shade is another picture. */
export async function aPhoto(name: string, shade: number): Promise<HandedFile> {
  const background = { r: shade, g: 255 - shade, b: (shade * 7) % 256 };
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

/** A PDF of empty pages. */
export async function aDocument(name: string, pages: number): Promise<HandedFile> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage([300, 400]);
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(await document.save()) };
}

/** Opens the recognition form of a household by its address. */
export async function openForm(page: Page, household: number): Promise<void> {
  await page.goto(`/#/entry/${household}`);
  await see(heading(page, '录入认定信息'));
}

/** Types other reviewers than the account's own, which the form proposes. */
export async function fillReviewers(page: Page): Promise<void> {
  await page.getByLabel('乡镇审核人').fill('伍国栋');
  await page.getByLabel('县级主管部门审核人').fill('班玉梅');
}

/** Chooses 原住房鉴定（评定）安全 and fills everything that it requires. */
export async function fillOriginalSafe(page: Page, appraiser = '罗工程师'): Promise<void> {
  await fillReviewers(page);
  await page.getByRole('radio', { name: ORIGINAL_SAFE, exact: true }).check();
  await page.getByLabel('鉴定（评定）结果').selectOption({ label: 'B级' });
  await page.getByLabel('鉴定（评定）人').fill(appraiser);
  await page.getByLabel('鉴定（评定）时间').fill('20200601');
}

/** Hands files in for a category, as through the file dialog. */
export async function handIn(page: Page, category: string, files: readonly HandedFile[]): Promise<void> {
  await page.getByLabel(`${category}：选择照片`).setInputFiles(files.map((file) => ({ ...file })));
}

/** The 保存 of the bar at the bottom. */
export function saveButton(page: Page) {
  return page.getByRole('button', { name: '保存', exact: true });
}
