import type { Page } from 'playwright-core';
import { heading, numberIn, see } from './person';

const T1_COLUMNS = [
  'N',
  'originalSafe',
  'safeAfterRenovation',
  'renovation',
  'povertyRelocation',
  'otherRelocation',
  'safeByProvision',
  'publicHousing',
  'otherMeans',
  'unrecognised',
] as const;

export type KindCounts = Readonly<Record<(typeof T1_COLUMNS)[number], number>>;

/** Opens 数据统计分析 by the menu and answers the 合计 of 保障方式统计. */
export async function totalsByKind(page: Page): Promise<KindCounts> {
  await page.getByRole('link', { name: '数据统计分析' }).first().click();
  await see(heading(page, '数据统计分析'));
  return countsOfRow(page, '合计');
}

/** The counts of one row of 保障方式统计, read from the table on the screen. */
export async function countsOfRow(page: Page, name: string): Promise<KindCounts> {
  const table = page.getByRole('region', { name: '保障方式统计表格' });
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  await see(row);
  const cells = await row.getByRole('cell').allTextContents();
  // The last cell draws the composition.
  if (cells.length !== T1_COLUMNS.length + 1) throw new Error(`Other columns than expected: ${cells.join(' | ')}`);
  const counts = T1_COLUMNS.map((key, index) => [key, numberIn(cells[index] ?? '')]);
  return Object.fromEntries(counts) as KindCounts;
}
