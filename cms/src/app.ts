import './environment';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isPreparing } from '@anju/kit';
import type * as Strapi from '@strapi/strapi';

const appDir = path.resolve(__dirname, '..', '..');
const load = createRequire(__filename);

/** Strapi on the database behind `url`, not yet loaded. One at a time per process. */
export function createApp(url: string): Strapi.Core.Strapi {
  process.env.ANJU_SERVE_URL = url;
  const isPanelServed = process.env.ANJU_PANEL === '1' && !isPreparing();
  // Its 2,000 modules take seconds: a command that copies, asks or refuses does without them.
  const { createStrapi } = load('@strapi/strapi') as typeof Strapi;
  return createStrapi({
    appDir,
    distDir: path.join(appDir, 'dist'),
    // The Content-Type Builder writes schemas in a development checkout only.
    autoReload: isPanelServed && process.env.ANJU_DEVELOP === '1',
    serveAdminPanel: isPanelServed,
  });
}
