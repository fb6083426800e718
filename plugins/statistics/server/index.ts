import path from 'node:path';
import { DOORS } from '@anju/domain/contracts';
import { routesOf, sqlSteps } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { progressController } from './controllers/progress';
import { recountController } from './controllers/recount';
import { tableController } from './controllers/table';
import { startCompaction, stopCompaction } from './services/compaction';
import { startDays, stopDays } from './services/days';
import { householdTotal } from './services/household-total';

interface Plugged {
  readonly strapi: Core.Strapi;
}

export default {
  bootstrap({ strapi }: Plugged): void {
    startCompaction(strapi);
    startDays(strapi);
  },
  destroy: () => Promise.all([stopCompaction(), stopDays()]),
  routes: { 'content-api': routesOf('statistics', DOORS) },
  controllers: { table: tableController, progress: progressController, recount: recountController },
  services: {
    /** What the prepare step needs of this plugin. */
    prepare: () => ({ steps: () => sqlSteps(path.join(__dirname, '..', '..', 'server', 'sql')) }),
    /** Exact totals of lists, for the plugins that show lists. */
    totals: () => ({ householdTotal }),
  },
};
