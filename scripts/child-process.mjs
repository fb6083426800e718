import { spawn } from 'node:child_process';
import os from 'node:os';
import { ROOT } from './places.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A signal ended the program and asks this process to end as well, after it has tidied up. */
export class Interrupted extends Error {
  /** @param {'SIGINT' | 'SIGTERM' | 'SIGHUP'} signal */
  constructor(signal) {
    super(signal);
    this.exitCode = 128 + os.constants.signals[signal];
  }
}

/**
 * Runs a program to its end; a signal to this process is passed on to the program and then thrown as `Interrupted`.
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, shell?: boolean }} [options]
 *   `quiet` keeps what the program prints instead of showing it
 * @returns {Promise<{ code: number, printed: string }>}
 */
export function runToEnd(file, args, { cwd = ROOT, env = process.env, quiet = false, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const shownLater = quiet ? { ...env, FORCE_COLOR: '0' } : env;
    const child = spawn(file, args, { cwd, env: shownLater, stdio, shell });
    let printed = '';
    let interrupted;
    const end = (signal) => {
      interrupted ??= new Interrupted(signal);
      child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, end);
    // Whole characters, wherever a piece ends.
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (printed += text));
    child.on('error', reject);
    child.on('close', (code) => {
      for (const signal of SIGNALS) process.off(signal, end);
      if (interrupted) reject(interrupted);
      else resolve({ code: code ?? 1, printed });
    });
  });
}

/**
 * Runs a JavaScript tool of node_modules with this same Node.
 * @param {string} script path from the repository's root
 * @param {string[]} args
 * @param {Parameters<typeof runToEnd>[2]} [options]
 */
export function runTool(script, args, options) {
  return runToEnd(process.execPath, [script, ...args], options);
}

/**
 * Ends a script with its error in words instead of a stack.
 * @param {() => Promise<number | void>} script returns the exit code
 */
export function runScript(script) {
  script().then(
    (code) => (process.exitCode = code ?? 0),
    (error) => {
      if (!(error instanceof Interrupted)) console.error(error instanceof Error ? error.message : error);
      process.exitCode = error instanceof Interrupted ? error.exitCode : 1;
    },
  );
}
