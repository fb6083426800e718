import path from 'node:path';
import { DOORS } from '@anju/domain/contracts';
import { routesOf, sqlSteps } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { countController } from './controllers/count';
import { proposalController } from './controllers/proposal';
import { scanController } from './controllers/scan';
import { specialCaseController } from './controllers/special-case';
import { warningController } from './controllers/warning';
import { startNightlyScan, stopNightlyScan } from './services/nightly-scan';
import { prepareRules } from './services/rule-inputs';
import { settleWarnings, warningPage } from './services/warning-export';

interface Plugged {
  readonly strapi: Core.Strapi;
}

export default {
  bootstrap: ({ strapi }: Plugged) => startNightlyScan(strapi),
  destroy: () => stopNightlyScan(),
  routes: { 'content-api': routesOf('warnings', DOORS) },
  controllers: {
    warning: warningController,
    count: countController,
    proposal: proposalController,
    scan: scanController,
    'special-case': specialCaseController,
  },
  services: {
    /** What exports read of the warnings. */
    lists: () => ({ settle: settleWarnings, page: warningPage }),
    /** What the prepare step needs of this plugin. */
    prepare: ({ strapi }: Plugged) => ({
      steps: () => sqlSteps(path.join(__dirname, '..', '..', 'server', 'sql')),
      seed: () => prepareRules(strapi.db.connection),
    }),
  },
};
