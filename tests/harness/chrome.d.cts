import type { Browser } from 'playwright-core';

/** Starts headless Chromium: that of CHROME_PATH, else the one in the npm package (Linux on x64). */
export declare function launchChrome(): Promise<Browser>;
