import path from 'node:path';
import { DOORS } from '@anju/domain/contracts';
import { routesOf, sqlSteps } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { changeController } from './controllers/change';
import { evidenceCategoryController } from './controllers/evidence-category';
import { formController } from './controllers/form';
import { itemController } from './controllers/item';
import { listController } from './controllers/list';
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
  },
};
