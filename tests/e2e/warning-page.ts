import type { Locator, Page } from 'playwright-core';
import { heading, see } from './person';
import type { Found } from './waiting-warnings';

/** Opens the warnings of a kind by the menu. */
export async function openKind(page: Page, kind: string): Promise<void> {
  await page
    .getByRole('navigation', { name: '菜单' })
    .getByRole('link', { name: /预警分析/ })
    .click();
  await see(heading(page, '预警分析'));
  await page.getByRole('navigation', { name: '预警类型' }).getByRole('button', { name: kind }).click();
}

/** The warning's item, with clicks counted from here on; keys and what they type are no clicks. */
export async function itemOf(page: Page, kind: string, { name }: Found): Promise<Locator> {
  await openKind(page, kind);
  const item = page.getByRole('listitem', { name: `${kind}：${name}` }).first();
  await see(item);
  await page.evaluate(
    `window.clicks = 0; document.addEventListener('mousedown', () => (window.clicks += 1), true); true`,
  );
  return item;
}

/** The clicks since `itemOf` found its item. */
export async function clicksOf(page: Page): Promise<number> {
  return Number(await page.evaluate('window.clicks'));
}
