import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../places.mjs';

const { launchChrome } = createRequire(import.meta.url)(path.join(ROOT, 'tests/harness/chrome.cjs'));

const HOUSEHOLDS = 30;
const SIZE = { width: 1366, height: 768 };
const MOST_TABS = 20;

/**
 * A clerk enters 30 households by keyboard alone, at the speed of a machine: what is measured is the waiting, from
 * Ctrl+Enter until the next household's form takes input (bar: 500 ms), and the key strokes that one household takes.
 */
export async function measureEntry(url) {
  const browser = await launchChrome();
  try {
    const page = await browser.newPage({ baseURL: url, viewport: SIZE, locale: 'zh-CN' });
    await openFirstForm(page);
    const waits = [];
    const strokes = [];
    for (let entered = 0; entered < HOUSEHOLDS; entered += 1) {
      strokes.push(await fillByKeyboard(page));
      waits.push(await saveAndGoOn(page));
    }
    const sorted = waits.sort((one, other) => one - other);
    const median = sorted[Math.floor(sorted.length / 2)];
    console.log(
      `${HOUSEHOLDS} households by keyboard: Ctrl+Enter to the next form, median ${Math.round(median)} ms, ` +
        `most ${Math.round(sorted.at(-1))} ms (bar 500 ms); ${Math.max(...strokes)} key strokes and texts a household`,
    );
    return median <= 500 ? 0 : 1;
  } finally {
    await browser.close();
  }
}

async function openFirstForm(page) {
  await page.goto('/');
  await page.getByLabel('用户名').fill('demo-clerk');
  await page.locator('input[type=password]').fill('Anju-demo-2020');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '住房保障信息录入' }).first().waitFor();
  await page.goto('/#/entry');
  await page.getByRole('link', { name: '录入认定信息' }).first().waitFor();
  await page.keyboard.press('n');
  await formReady(page, undefined);
}

/** Answers how many key strokes and typed texts it took. */
async function fillByKeyboard(page) {
  let strokes = 0;
  const press = async (key) => {
    strokes += 1;
    await page.keyboard.press(key);
  };
  const write = async (text) => {
    strokes += 1;
    await page.keyboard.insertText(text);
  };
  const goTo = async (label) => {
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (
        await page
          .getByLabel(label, { exact: true })
          .first()
          .evaluate((input) => input.matches(':focus'))
      )
        return;
      await press('Tab');
    }
    throw new Error(`${label} is not reached by Tab`);
  };
  // Where a form that was just opened has its focus.
  await goTo('原住房鉴定（评定）安全');
  await press('Space');
  await goTo('鉴定（评定）结果');
  await press('ArrowDown');
  await goTo('鉴定（评定）人');
  await write('罗工程师');
  await goTo('鉴定（评定）时间');
  await write('20200601');
  return strokes;
}

/** Milliseconds from Ctrl+Enter until the next household's form takes input. */
async function saveAndGoOn(page) {
  const before = householdIn(page);
  const begun = performance.now();
  await page.keyboard.press('Control+Enter');
  // The papers are missing: 稍后.
  await page.getByRole('dialog').getByRole('button', { name: '稍后' }).waitFor();
  await page.keyboard.press('Enter');
  await formReady(page, before);
  return performance.now() - begun;
}

async function formReady(page, before) {
  await page.waitForURL((url) => /#\/entry\/\d+/.test(url.hash) && !url.hash.endsWith(`/${before}`));
  const kind = page.getByRole('radio', { name: '原住房鉴定（评定）安全', exact: true });
  await kind.and(page.locator(':enabled:not(:checked)')).waitFor();
}

function householdIn(page) {
  return /#\/entry\/(\d+)/.exec(page.url())?.[1];
}
