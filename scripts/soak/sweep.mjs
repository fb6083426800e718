// Sweeps the evidence folder as the application does every hour, but files of any age: nothing is being uploaded now.
import { createRequire } from 'node:module';
import path from 'node:path';
import { APP_ENTRY, ROOT } from '../places.mjs';
import { queryRows } from './owner.mjs';

const require = createRequire(import.meta.url);
const ofApp = (name) => require(path.join(path.dirname(APP_ENTRY), name));
const ofRegistry = (name) => require(path.join(ROOT, 'plugins/registry/dist/server/services', name));

const ownerUrl = process.env.DATABASE_URL;
ofApp('secrets.js').loadSecrets();
const [{ id }] = await queryRows(ownerUrl, 'select id from anju.node');
const strapi = ofApp('app.js').createApp(ofApp('app-role.js').appUrl(ownerUrl));
strapi.log.level = 'error';
await strapi.load();
const storage = ofRegistry('evidence-storage.js').folderStorage(id);
await ofRegistry('evidence-sweep.js').sweepOrphans(strapi, storage, Date.now());
await strapi.destroy();
process.exit(0);
