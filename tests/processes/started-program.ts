import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../..');

/** A program that a test started: what it printed so far, and its end. */
export interface StartedProgram {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly printed: () => string;
  /** Resolves with the first line that matches; rejects when the program ends without one. */
  readonly line: (pattern: RegExp) => Promise<string>;
  readonly ended: Promise<number>;
  readonly end: (signal?: NodeJS.Signals) => Promise<number>;
}

const running = new Set<StartedProgram>();

/** Starts a program of tests/processes/programs with this same Node. */
export function startProgram(
  name: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): StartedProgram {
  return startCommand(process.execPath, [path.join(__dirname, 'programs', name), ...args], env);
}

/** Starts any command in the repository's root, with a clean environment plus what is given. */
export function startCommand(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): StartedProgram {
  const child = spawn(file, args, {
    cwd: ROOT,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
  const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
  const program: StartedProgram = {
    process: child,
    pid: child.pid ?? -1,
    printed: () => text,
    line: (pattern) => lineOf(child, () => text, pattern),
    ended,
    end: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
  running.add(program);
  void ended.then(() => running.delete(program));
  return program;
}

/** Ends what a failed test left running. */
export async function endPrograms(): Promise<void> {
  await Promise.all([...running].map((program) => program.end()));
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL, ANJU_DEMO, ANJU_DATA_DIR, PORT, HOST, NODE_ENV, ...rest } = process.env;
  void [DATABASE_URL, ANJU_DEMO, ANJU_DATA_DIR, PORT, HOST, NODE_ENV];
  return rest;
}

function lineOf(child: ChildProcess, text: () => string, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const streams = [child.stdout, child.stderr];
    const stop = (): void => {
      for (const stream of streams) stream?.off('data', look);
      child.off('close', failed);
    };
    const look = (): void => {
      const found = text()
        .split('\n')
        .slice(0, -1)
        .find((line) => pattern.test(line));
      if (found === undefined) return;
      stop();
      resolve(found);
    };
    const failed = (code: number | null, signal: string | null): void =>
      reject(new Error(`ended (${code ?? signal}) without ${String(pattern)}:\n${text()}`));
    for (const stream of streams) stream?.on('data', look);
    child.on('close', failed);
    look();
  });
}
