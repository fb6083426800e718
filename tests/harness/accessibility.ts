import { readFileSync } from 'node:fs';
import type { AxeResults, Result } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical findings of axe on what the page shows now: the rule and the elements, one text a rule. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Evaluated, not added as a script element: the page's content security policy forbids that, as it should.
  await page.evaluate(`${AXE};undefined`);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return violations.filter(isSerious).map(({ id, help, nodes }) => {
    const places = nodes.map((node) => node.target.join(' ')).join('\n    ');
    return `${id}: ${help}\n    ${places}`;
  });
}

function isSerious({ impact }: Result): boolean {
  return impact === 'serious' || impact === 'critical';
}

const SIDEWAYS = `Math.max(
  ...[document.scrollingElement, ...document.querySelectorAll('main')].map((box) => box.scrollWidth - box.clientWidth),
)`;

/** Pixels by which the page, or the frame that would clip it, is wider than the screen; 0 is right. */
export function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate<number>(SIDEWAYS);
}
