import path from 'node:path';
import {
  evidenceUploadDoor,
  type HouseholdFilter,
  renovationPhotoDoor,
  sampleUploadDoor,
} from '@anju/domain/contracts';
import { isPreparing, serviceOf, sqlSteps } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { certificateController } from './controllers/certificate';
import { draftController } from './controllers/draft';
import { evidenceController } from './controllers/evidence';
import { householdController } from './controllers/household';
import { relocationEntryController, renovationController } from './controllers/renovation';
import { reviewController } from './controllers/review';
import { reviewSampleController } from './controllers/review-sample';
import { safeguardController } from './controllers/safeguard';
import { nodeId } from './queries/node-id';
import { routes } from './routes';
import { entryPage, renovationPage, settleEntries, settleRenovations } from './services/archive-export';
import { registerConfiguration } from './services/configuration';
import { startSweepingDrafts } from './services/draft-sweep';
import { learnExtraFields } from './services/extra-fields';
import { openEvidenceStorage } from './services/evidence-storage';
import { startSweeping } from './services/evidence-sweep';
import { startPlacingPhotos } from './services/photo-placing';
import { openReceivedFolder } from './services/received-files';
import { exportPage, settleList } from './services/household-export';
import { registerTicketStrategy } from './services/ticket-strategy';
import { receiveEvidence, receivePicture, type UploadContext } from './services/uploaded-file';

interface Plugged {
  readonly strapi: Core.Strapi;
}

/** The access plugin's way in for work that needs no database connection. */
interface ScopeService {
  beforeScope(doorId: string, work: (ctx: UploadContext) => Promise<void>): void;
}

let stops: readonly (() => Promise<void>)[] = [];

export default {
  register({ strapi }: Plugged): void {
    registerTicketStrategy(strapi);
    const scope = serviceOf<ScopeService>(strapi, 'access', 'scope');
    scope.beforeScope(evidenceUploadDoor.id, receiveEvidence);
    scope.beforeScope(renovationPhotoDoor.id, receivePicture);
    scope.beforeScope(sampleUploadDoor.id, receivePicture);
  },
  /** A mistake in the configuration stops the start, not the first clerk. */
  async bootstrap({ strapi }: Plugged): Promise<void> {
    registerConfiguration();
    learnExtraFields(strapi);
    if (isPreparing()) return;
    await openReceivedFolder();
    const storage = openEvidenceStorage(await nodeId(strapi.db.connection));
    stops = [startSweeping(strapi, storage), startSweepingDrafts(strapi), startPlacingPhotos(strapi, storage)];
  },
  async destroy(): Promise<void> {
    await Promise.all(stops.map((stop) => stop()));
    stops = [];
  },
  routes: { 'content-api': routes },
  controllers: {
    household: householdController,
    safeguard: safeguardController,
    evidence: evidenceController,
    draft: draftController,
    review: reviewController,
    'review-sample': reviewSampleController,
    certificate: certificateController,
    renovation: renovationController,
    'relocation-entry': relocationEntryController,
  },
  services: {
    /** Lists of households, for the plugin that writes them to files. */
    lists: ({ strapi }: Plugged) => ({
      settle: (filter: HouseholdFilter) => settleList(strapi, filter),
      page: exportPage,
    }),
    renovationList: () => ({ settle: settleRenovations, page: renovationPage }),
    relocationList: () => ({ settle: settleEntries, page: entryPage }),
    /** What the prepare step needs of this plugin. */
    prepare: () => ({ steps: () => sqlSteps(path.join(__dirname, '..', '..', 'server', 'sql')) }),
  },
};
