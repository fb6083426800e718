import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../places.mjs';

const LIST = path.join(ROOT, 'tests/fixtures/household-list.csv');

/** Draws a sample of the reviews. */
export async function drawSample(page) {
  await page.getByRole('button', { name: '新的抽查' }).click();
  await page.getByLabel('抽查比例（%）').fill('30');
  await page.getByRole('button', { name: '抽取', exact: true }).click();
  await page.getByRole('article', { name: '抽查报告' }).waitFor();
}

/** Judges a sample and signs its report. */
export async function signSample(page) {
  await drawSample(page);
  const passed = page.getByRole('button', { name: '合格', exact: true });
  for (let index = 0; index < (await passed.count()); index += 1) {
    await passed.nth(index).click();
    await page.waitForTimeout(150);
  }
  await page.getByRole('button', { name: '签署报告…' }).click();
  await page.getByLabel('抽查结论').fill('资料齐全，抽中的户均合格。');
  await page.getByRole('button', { name: '签署', exact: true }).click();
  await page.getByText('内容与签署时一致').waitFor();
}

/** Asks for a paper of every relocated household and counts what that does. */
export async function askForMore(page) {
  await page.getByRole('tab', { name: '易地扶贫搬迁' }).click();
  await page.getByRole('button', { name: '新增必需材料' }).click();
  await page.getByRole('button', { name: '预览影响并发布' }).click();
  await page.getByText(/户缺少佐证/).waitFor();
}

/** Opens a step of the form, which a phone shows one at a time. */
export function openStep(name) {
  return (page, isPhone) =>
    isPhone && page.getByRole('navigation', { name: '分节' }).getByRole('button', { name }).click();
}

/** Chooses a kind in the form. */
export function chooseKind(kind) {
  return async (page, isPhone) => {
    await openStep('保障')(page, isPhone);
    await page.getByRole('radio', { name: kind, exact: true }).check();
  };
}

/** A number of 20 digits, as a disability card has it, brings its explanation and a proposal. */
export async function typeWrongNumber(page, isPhone) {
  await openStep('名单')(page, isPhone);
  await page
    .getByLabel(/身份证号（更正）$/)
    .first()
    .fill('69042519891208191X43');
}

/** A list of its own each time: the same file cannot be under way twice. */
export async function tryList(page) {
  const list = fs.readFileSync(LIST, 'utf8').split('\r\n').slice(0, 400);
  const own = list.map((line) => line.replaceAll('LIST', `S${Date.now()}`)).join('\r\n');
  const file = { name: '2020年建档立卡贫困户名单.csv', mimeType: 'text/csv', buffer: Buffer.from(own) };
  await page.getByLabel('选择名单文件').setInputFiles(file);
  await page.getByRole('button', { name: '提交导入' }).waitFor();
}

/** Tries a list and asks for its commit. */
export async function askToCommit(page) {
  await tryList(page);
  await page.getByRole('button', { name: '提交导入' }).click();
}

/** Saves a form with a day that does not exist. */
export async function saveIncomplete(page, isPhone) {
  await chooseKind('易地扶贫搬迁')(page, isPhone);
  await page.getByLabel('开工时间').fill('20200230');
  await page.getByRole('button', { name: '保存', exact: true }).click();
}
