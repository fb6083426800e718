import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { identityOf } from '../process-identity.mjs';
import { ROOT } from '../places.mjs';
import { runningFile } from './taken-port.mjs';

const END_WITH_LAUNCHER = new URL('end-with-launcher.mjs', import.meta.url).href;

/**
 * Runs the application until it ends; an abort asks it to end and, when patience ends, makes it.
 * @param {string} entry the compiled application
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} stopped
 * @param {number} patienceMs
 * @returns {Promise<number>} the application's exit code, 128 + the signal's number when it was killed
 */
export function runApp(entry, env, stopped, patienceMs) {
  return new Promise((resolve, reject) => {
    // Room for the short-lived objects of many requests: less is copied about by the collector.
    const app = spawn(process.execPath, ['--max-semi-space-size=32', '--import', END_WITH_LAUNCHER, entry], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // Its own process group: Ctrl+C reaches the launcher, and the launcher tells the application, once.
      detached: process.platform !== 'win32',
    });
    const file = runningFile();
    if (app.pid) noteRunning(file, app.pid);
    stopped.addEventListener('abort', () => endInTime(app, patienceMs), { once: true });
    app.on('error', reject);
    app.on('exit', (code, signal) => {
      fs.rmSync(file, { force: true });
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 0));
    });
  });
}

function endInTime(app, patienceMs) {
  app.kill('SIGTERM');
  const force = setTimeout(() => app.kill('SIGKILL'), patienceMs);
  app.on('exit', () => clearTimeout(force));
}

function noteRunning(file, pid) {
  fs.writeFileSync(file, JSON.stringify({ app: identityOf(pid), launcher: identityOf(process.pid) }));
}
