import path from 'node:path';
import { DOORS } from '@anju/domain/contracts';
import { routesOf, sqlSteps } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { changeController } from './controllers/change';
import { evidenceCategoryController } from './controllers/evidence-category';
import { formController } from './controllers/form';
import { itemController } from './controllers/item';
import { listController } from './controllers/list';
import { sampleController } from './controllers/sample';
import { exportConfiguration } from './services/configuration-files';
import { applyImport, plannedImport, type PlannedChange } from './services/configuration-import';
import { seedOptions } from './services/configured-options';
import { seedDocuments, shippedForms } from './services/form';

export default {
  /** A mistake in the configuration stops the start, not the first clerk. */
  bootstrap(): void {
    shippedForms();
  },
  routes: { 'content-api': routesOf('options', DOORS) },
  controllers: {
    list: listController,
    item: itemController,
    'evidence-category': evidenceCategoryController,
    form: formController,
    change: changeController,
    sample: sampleController,
  },
  services: {
    /** What the prepare step needs of this plugin. */
    prepare: ({ strapi }: { strapi: Core.Strapi }) => ({
      steps: () => sqlSteps(path.join(__dirname, '..', '..', 'server', 'sql')),
      seed: async () => {
        await seedOptions(strapi.db.connection);
        await seedDocuments(strapi.db.connection);
      },
    }),
    /** The configuration as reviewed files. */
    files: ({ strapi }: { strapi: Core.Strapi }) => ({
      exportTo: (folder: string) => exportConfiguration(strapi.db.connection, folder),
      plan: (folder: string) => plannedImport(strapi.db.connection, folder),
      apply: (changes: readonly PlannedChange[]) => applyImport(strapi.db.connection, changes),
    }),
  },
};
