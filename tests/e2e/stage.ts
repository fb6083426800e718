import { startTestApp, type TestApp } from '../harness/app';
import { openBrowser, type TestBrowser } from '../harness/browser';

/** The application and the browser of one file of journeys; they stand from its first test to its last. */
export interface Stage {
  readonly app: TestApp;
  readonly browser: TestBrowser;
}

/** Sets the stage for the tests of this file; `prepare` runs before the first of them. */
export function openStage(prepare: (stage: Stage) => Promise<void> = () => Promise.resolve()): Stage {
  let stage: Stage | undefined;
  const current = () => {
    if (!stage) throw new Error('The stage stands in tests only');
    return stage;
  };
  beforeAll(async () => {
    const app = await startTestApp();
    stage = { app, browser: await openBrowser(await app.listen()) };
    await prepare(stage);
  });
  afterEach(() => current().browser.endTest());
  afterAll(async () => {
    await stage?.browser.close();
    await stage?.app.stop();
  });
  return {
    get app() {
      return current().app;
    },
    get browser() {
      return current().browser;
    },
  };
}
