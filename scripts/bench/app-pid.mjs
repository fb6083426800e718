import fs from 'node:fs';
import { runningFile } from '../start/taken-port.mjs';

/** The process of the application that serves. */
export function appPid() {
  return Number.parseInt(JSON.parse(fs.readFileSync(runningFile(), 'utf8')).app, 10);
}
