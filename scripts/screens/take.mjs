import { createRequire } from 'node:module';
import path from 'node:path';
import { fittingHouseholds } from './households.mjs';
import { screens } from './screens.mjs';

const PASSWORD = 'Anju-demo-2020';
/** For what an act loads, and for the movement of dialogs. */
const SETTLE_MS = 800;
/** For one step; the machine may be busy with other things. */
const PATIENCE_MS = 60_000;

const SIZES = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
];

/**
 * Takes the screens of a running application into the folder as `name-width.png`.
 * @param {{ url: string, folder: string, names: readonly string[], sizes?: readonly { width: number, height: number }[] }} wanted no names: every screen
 * @returns {Promise<number>} 1 when a screen could not be taken
 */
export async function takeScreenshots({ url, folder, names, sizes = SIZES }) {
  // Loaded when the packages are installed.
  const { launchChrome } = createRequire(import.meta.url)('../../tests/harness/chrome.cjs');
  const browser = await launchChrome();
  try {
    await tellMissingFont(browser);
    const all = screens(await fittingHouseholds(url));
    const chosen = names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
    let failed = 0;
    for (const size of sizes) failed += await takeAtSize({ browser, url, folder, size, chosen });
    console.log(
      `${chosen.length * sizes.length - failed} 张截图在 ${path.relative(process.cwd(), folder) || folder} 中`,
    );
    return failed > 0 ? 1 : 0;
  } finally {
    await browser.close();
  }
}

async function takeAtSize({ browser, url, folder, size, chosen }) {
  const people = new Map();
  let failed = 0;
  for (const screen of chosen) {
    let page;
    try {
      if (!people.has(screen.user)) people.set(screen.user, await personOf({ browser, url, size, user: screen.user }));
      page = await people.get(screen.user).newPage();
      await takeOne({
        page,
        screen,
        isPhone: size.width < 600,
        file: path.join(folder, `${screen.name}-${size.width}.png`),
      });
    } catch (error) {
      failed += 1;
      console.error(`${screen.name} ${size.width}：${error.message}`);
    }
    await page?.close();
  }
  await Promise.all([...people.values()].map((person) => person.close()));
  return failed;
}

/** A browser of one's own, signed in through the form. */
async function personOf({ browser, url, size, user }) {
  const isPhone = size.width < 600;
  const person = await browser.newContext({
    baseURL: url,
    viewport: size,
    locale: 'zh-CN',
    hasTouch: isPhone,
    reducedMotion: 'reduce',
  });
  person.setDefaultTimeout(PATIENCE_MS);
  if (user === undefined) return person;
  const page = await person.newPage();
  await page.goto('/');
  await page.getByLabel('用户名').fill(user);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { level: 1 }).getByText('工作台').waitFor({ state: 'attached' });
  await page.close();
  return person;
}

async function takeOne({ page, screen, isPhone, file }) {
  await page.goto(`/#${screen.path}`);
  await page.getByRole('heading').first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  if (screen.act) {
    await screen.act(page, isPhone);
    // The network was idle before: only time tells that what the act asked for has come.
    await page.waitForTimeout(SETTLE_MS);
  }
  await page.screenshot({ path: file });
  console.log(path.basename(file));
}

/** Without a Chinese font all characters are drawn as the same box. */
async function tellMissingFont(browser) {
  const page = await browser.newPage();
  const isSame = await page.evaluate(() => {
    const drawn = ['安', '居'].map((character) => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      context.font = '40px sans-serif';
      context.fillText(character, 4, 60);
      return canvas.toDataURL();
    });
    return drawn[0] === drawn[1];
  });
  await page.close();
  if (isSame)
    console.warn('没有中文字体，截图中的汉字会是方框。请先安装 fonts-noto-cjk，例如：apt-get install fonts-noto-cjk');
}
