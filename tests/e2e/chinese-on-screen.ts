import type { Page } from 'playwright-core';
import type { TestApp } from '../harness/app';

/** What a page shows, a line each, and what it tells readers of the screen; the switch to Chinese aside. */
const SHOWN = `(() => {
  const told = ['aria-label', 'title', 'placeholder'];
  const elements = [...document.querySelectorAll(told.map((name) => '[' + name + ']').join())].filter((one) => one.checkVisibility());
  const texts = [
    ...document.body.innerText.split('\\n'),
    ...elements.flatMap((one) => told.map((name) => one.getAttribute(name) ?? '')),
    ...[...document.querySelectorAll('option')].map((one) => one.textContent),
  ];
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '' && text !== '中文');
})()`;

const CHINESE = /\p{Script=Han}/u;

/** The texts of a page in which Chinese is left when the register's own data are taken away. */
export async function chineseOn(page: Page, data: readonly string[]): Promise<readonly string[]> {
  const texts = await page.evaluate<readonly string[]>(SHOWN);
  return texts.filter((text) => CHINESE.test(text) && CHINESE.test(without(text, data)));
}

function without(text: string, data: readonly string[]): string {
  return data.reduce((rest, word) => (rest.includes(word) ? rest.replaceAll(word, ' ') : rest), text);
}

/** Texts that people or lists gave: names of regions and persons, what stands on the lists; the longest first. */
export async function dataOf(app: TestApp): Promise<readonly string[]> {
  const { rows } = await app.owner.query<{ text: string }>(`
    select distinct value as text from (
      select name as value from regions
      union all select regexp_replace(name, '村?(村民委员会|村委会)$', '村') from regions
      union all select regexp_replace(name, '居民委员会$', '') from regions
      union all select left(name, 1) from up_users
      union all select value from up_users, jsonb_each_text(to_jsonb(up_users))
      union all select value from households, jsonb_each_text(to_jsonb(households))
      union all select value from members, jsonb_each_text(to_jsonb(members))
      union all select value from safeguards, jsonb_each_text(to_jsonb(safeguards))
      union all select value from renovations, jsonb_each_text(to_jsonb(renovations))
      union all select value from relocation_entries, jsonb_each_text(to_jsonb(relocation_entries))
      union all select value from evidences, jsonb_each_text(to_jsonb(evidences))
    ) given
    where value ~ '[一-鿿]'`);
  return rows.map(({ text }) => text).sort((one, other) => other.length - one.length);
}
