import path from 'node:path';
import { DOORS } from '@anju/domain/contracts';
import { routesOf, sqlSteps } from '@anju/kit';
import { householdController } from './controllers/household';
import { safeguardController } from './controllers/safeguard';
import { registerConfiguration } from './services/configuration';

export default {
  /** A mistake in the configuration stops the start, not the first clerk. */
  bootstrap(): void {
    registerConfiguration();
  },
  routes: { 'content-api': routesOf('registry', DOORS) },
  controllers: { household: householdController, safeguard: safeguardController },
  services: {
    /** What the prepare step needs of this plugin. */
    prepare: () => ({ steps: () => sqlSteps(path.join(__dirname, '..', '..', 'server', 'sql')) }),
  },
};
