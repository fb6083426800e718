import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import { launchChrome } from './chrome.cjs';

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

export const DESKTOP: ScreenSize = { width: 1366, height: 768 };
export const PHONE: ScreenSize = { width: 390, height: 844 };

/** A browser whose pages must not complain: uncaught errors, console errors and policy violations fail the test. */
export interface TestBrowser {
  /** A page of a person of their own: own cookies, own storage; a phone is touched. */
  page(size?: ScreenSize): Promise<Page>;
  /** Until the test ends the server may answer these statuses: the browser writes each to its console. */
  expectStatus(...statuses: readonly number[]): void;
  /** Closes the pages of this test and fails on what they complained about. */
  endTest(): Promise<void>;
  close(): Promise<void>;
}

/** Patience for one step in a page; the machine may be running other suites. */
const STEP_MS = 20_000;

/** Starts the browser for the application at this address. */
export async function openBrowser(baseURL: string): Promise<TestBrowser> {
  const browser: Browser = await launchChrome();
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];
  const expected = new Set<number>();

  const page = async (size: ScreenSize = DESKTOP): Promise<Page> => {
    const context = await browser.newContext({
      baseURL,
      viewport: { ...size },
      locale: 'zh-CN',
      hasTouch: size.width < 600,
      reducedMotion: 'reduce',
    });
    contexts.push(context);
    context.setDefaultTimeout(STEP_MS);
    context.on('weberror', (error) => faults.push(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on('console', (message) => {
      if (isFault(message, expected)) faults.push(`console: ${message.text()} (${message.location().url})`);
    });
    return context.newPage();
  };

  const endTest = async (): Promise<void> => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expected.clear();
    const found = faults.splice(0);
    if (found.length > 0) throw new Error(`The page complained:\n${found.join('\n')}`);
  };

  return {
    page,
    endTest,
    expectStatus: (...statuses) => statuses.forEach((status) => expected.add(status)),
    close: () => browser.close(),
  };
}

/** Violations of the content security policy are console errors, too. */
function isFault(message: ConsoleMessage, expected: ReadonlySet<number>): boolean {
  if (message.type() !== 'error') return false;
  const [, status] = /^Failed to load resource: the server responded with a status of (\d+)/.exec(message.text()) ?? [];
  return status === undefined || !expected.has(Number(status));
}
