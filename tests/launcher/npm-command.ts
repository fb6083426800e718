import path from 'node:path';
import { ROOT, startCommand, type StartedProgram } from '../processes/started-program';

/** What a finished command printed, and its exit code. */
export interface Finished {
  readonly code: number;
  readonly printed: string;
}

/** Starts what `npm run <words>` starts, on a data folder. */
export function startNpmCommand(
  words: readonly string[],
  dataFolder: string,
  env: Readonly<Record<string, string>> = {},
): StartedProgram {
  const script = path.join(ROOT, 'scripts/command.mjs');
  return startCommand(process.execPath, [script, ...words], { ANJU_DATA_DIR: dataFolder, ...env });
}

/** Runs what `npm run <words>` runs to its end. */
export async function npmCommand(
  words: readonly string[],
  dataFolder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const program = startNpmCommand(words, dataFolder, env);
  const code = await program.ended;
  return { code, printed: program.printed() };
}

/** Runs the compiled restore on a database, without what `npm run` looks at before. */
export async function restoreItself(words: readonly string[], dataFolder: string, url: string): Promise<Finished> {
  const entry = path.join(ROOT, 'cms/dist/src/commands/restore.js');
  const program = startCommand(process.execPath, [entry, ...words], { ANJU_DATA_DIR: dataFolder, DATABASE_URL: url });
  const code = await program.ended;
  return { code, printed: program.printed() };
}

/** Runs it and expects it to succeed. */
export async function succeeds(
  words: readonly string[],
  dataFolder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { code, printed } = await npmCommand(words, dataFolder, env);
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}:\n${printed}`);
  return printed;
}
