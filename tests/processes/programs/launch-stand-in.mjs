// `npm start` without installing and building, and with a small application in the place of the real one.
import { fileURLToPath } from 'node:url';
import { runScript } from '../../../scripts/child-process.mjs';
import { launch } from '../../../scripts/start/launch.mjs';

const PATIENCE_MS = 2000;

runScript(() => launch(fileURLToPath(new URL('stand-in-app.mjs', import.meta.url)), PATIENCE_MS));
