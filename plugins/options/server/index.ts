import path from 'node:path';
import { DOORS, templateUploadDoor } from '@anju/domain/contracts';
import { routesOf, serviceOf, sqlSteps } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { announcementController } from './controllers/announcement';
import { changeController } from './controllers/change';
import { evidenceCategoryController } from './controllers/evidence-category';
import { formController } from './controllers/form';
import { itemController } from './controllers/item';
import { listController } from './controllers/list';
import { sampleController } from './controllers/sample';
import { templateController } from './controllers/template';
import { warningRuleController } from './controllers/warning-rule';
import { exportConfiguration } from './services/configuration-files';
import { applyImport, plannedImport, type PlannedChange } from './services/configuration-import';
import { seedOptions } from './services/configured-options';
import { seedDocuments, shippedForms } from './services/form';
import { receiveTemplate, type TemplateContext } from './services/template';

/** The access plugin's way in for work that needs no database connection. */
interface ScopeService {
  beforeScope(doorId: string, work: (ctx: TemplateContext) => Promise<void>): void;
}

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    serviceOf<ScopeService>(strapi, 'access', 'scope').beforeScope(templateUploadDoor.id, receiveTemplate);
  },
  /** A mistake in the configuration stops the start, not the first clerk. */
  bootstrap(): void {
    shippedForms();
  },
  routes: { 'content-api': routesOf('options', DOORS) },
  controllers: {
    announcement: announcementController,
    list: listController,
    item: itemController,
    'evidence-category': evidenceCategoryController,
    form: formController,
    change: changeController,
    sample: sampleController,
    template: templateController,
    'warning-rule': warningRuleController,
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
