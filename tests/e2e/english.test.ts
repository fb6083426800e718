import type { Page } from 'playwright-core';
import { sidewaysPixels } from '../harness/accessibility';
import { DEMO_PASSWORD } from '../harness/app';
import { DESKTOP, PHONE, type ScreenSize } from '../harness/browser';
import { unrecognisedIds } from '../integration/registry/register';
import { chineseOn, dataOf } from './chinese-on-screen';
import { heading, see } from './person';
import { openStage } from './stage';

let data: readonly string[];
let unrecognised: number;
let recognised: number;

const stage = openStage(async ({ app }) => {
  data = await dataOf(app);
  const [first] = await unrecognisedIds(app);
  const { rows } = await app.owner.query<{ id: number }>(
    "select id from households where recognised and region_code like '520425%' order by id limit 1",
  );
  if (first === undefined || !rows[0]) throw new Error('The demonstration has no fitting households');
  [unrecognised, recognised] = [first, rows[0].id];
});

/** Switches to English where one signs in, then signs in. */
async function signedInInEnglish(username: string, size?: ScreenSize): Promise<Page> {
  const page = await stage.browser.page(size);
  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).click();
  await see(page.getByRole('button', { name: 'Sign in' }));
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await chineseOn(page, data)).toEqual([]);
  await page.getByLabel('User name').fill(username);
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await see(heading(page, 'Workbench'));
  return page;
}

type Screen = readonly [path: string, shows: (page: Page) => Promise<void>];

const text = (shown: string | RegExp) => (page: Page) => see(page.getByText(shown).filter({ visible: true }).first());
const button = (name: string | RegExp) => (page: Page) => see(page.getByRole('button', { name }).first());
const link = (name: string | RegExp) => (page: Page) => see(page.getByRole('link', { name }).first());

const screensOf: Readonly<Record<string, () => readonly Screen[]>> = {
  'demo-clerk': () => [
    ['/', link(/^Unrecognised/)],
    ['/entry', link(/Enter recognition/)],
    [`/entry/${unrecognised}`, (page) => page.getByRole('radio').first().check()],
    [`/entry/${recognised}`, button(/^Save/)],
    ['/query', text(/Households 1–/)],
    [`/households/${recognised}`, text('Changes')],
    ['/off-list', link('New')],
    ['/off-list/new', button('No ID number')],
    ['/renovations', text(/of \d+ archives/)],
    ['/renovations/new', button('Save')],
    ['/warnings', text('Evidence missing')],
    ['/statistics', text('The sums agree')],
    ['/statistics?table=T5', text('The sums agree')],
    ['/import', text('Imports')],
    ['/password', (page) => see(page.getByLabel('Current password'))],
    ['/nowhere', text('No such page')],
  ],
  'demo-township-reviewer': () => [
    ['/reviews', text('To review')],
    ['/reviews/samples', button('New sample')],
  ],
  'demo-county': () => [
    ['/', text('Progress of entry')],
    ['/users', button('New user')],
    ['/warnings?view=regions', text('Settled %')],
  ],
  'demo-security': () => [['/security?tab=policy', button('Save and enforce')]],
  'demo-auditor': () => [['/journal', text('Sign in')]],
};

test.each(Object.keys(screensOf))(
  'in English %s sees no Chinese but data, and nothing wider than the screen',
  async (username) => {
    const found: string[] = [];
    for (const size of [DESKTOP, PHONE]) {
      const page = await signedInInEnglish(username, size);
      for (const [path, isShown] of screensOf[username]?.() ?? []) {
        await page.goto(`/#${path}`);
        await isShown(page);
        await page.waitForLoadState('networkidle');
        found.push(...(await chineseOn(page, data)).map((shown) => `${path}: ${shown}`));
        const pixels = await sidewaysPixels(page);
        if (pixels > 0) found.push(`${path}: scrolls sideways by ${pixels} pixels at ${size.width}`);
      }
    }
    expect(found).toEqual([]);
  },
);

test('a refusal of the server is said in English', async () => {
  const page = await signedInInEnglish('demo-clerk');
  stage.browser.expectStatus(400, 422);
  await page.goto('/#/password');
  await page.getByLabel('Current password').fill('not-the-password-1');
  await page.getByLabel('New password', { exact: false }).first().fill('Another-one-2026');
  await page.getByLabel('New password again').fill('Another-one-2026');
  await page.getByRole('button', { name: 'Save' }).click();
  await see(page.getByText('The current password is wrong'));
});

test('the user menu leads back to Chinese, and the browser keeps the choice', async () => {
  const page = await signedInInEnglish('demo-clerk');
  await page.getByRole('button', { name: /^User menu/ }).click();
  await page.getByRole('menuitem', { name: '中文' }).click();
  await see(heading(page, '工作台'));
  await page.reload();
  await see(heading(page, '工作台'));
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
});
