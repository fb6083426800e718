import './environment';
import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';

const appDir = path.resolve(__dirname, '..', '..');

/** Strapi on the database behind `url`, not yet loaded. One at a time per process. */
export function createApp(url: string): Core.Strapi {
  process.env.ANJU_SERVE_URL = url;
  return createStrapi({
    appDir,
    distDir: path.join(appDir, 'dist'),
    autoReload: false,
    serveAdminPanel: false,
  });
}
