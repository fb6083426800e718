import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../harness/app';
import type { ScreenSize, TestBrowser } from '../harness/browser';

/** Opens a browser of their own for this account and signs in through the form. */
export async function signedIn(browser: TestBrowser, username: string, size?: ScreenSize): Promise<Page> {
  const page = await browser.page(size);
  await page.goto('/');
  await signIn(page, username);
  await see(heading(page, '工作台'));
  return page;
}

/** Fills in the sign-in form and sends it. */
export async function signIn(page: Page, username: string, password = DEMO_PASSWORD): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** The page's one heading. */
export function heading(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name, exact: true });
}

/** Waits until this is on the screen. */
export function see(place: Locator): Promise<void> {
  return place.waitFor({ state: 'visible' });
}

/** Waits until this has left the screen. */
export function gone(place: Locator): Promise<void> {
  return place.waitFor({ state: 'hidden' });
}

/** The whole number in a text, thousands separators dropped. */
export function numberIn(text: string | null): number {
  const [digits] = /\d[\d,]*/.exec(text ?? '') ?? [];
  if (digits === undefined) throw new Error(`No number in ${JSON.stringify(text)}`);
  return Number(digits.replaceAll(',', ''));
}
