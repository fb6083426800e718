import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startProgram, type StartedProgram } from './started-program';

export interface EmbeddedServer {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  readonly state: 'started' | 'joined';
  readonly program: StartedProgram;
}

export interface EmbeddedOptions {
  readonly dataFolder?: string;
  readonly ephemeral?: boolean;
  readonly packageFolder?: string;
  readonly stateFolder?: string;
}

const folders: string[] = [];

/** Starts or joins an embedded server in a process of its own. */
export async function holdServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const program = startProgram('hold-embedded.mjs', [JSON.stringify(options)]);
  const answer: unknown = JSON.parse(await program.line(/^\{/));
  // The line is the program's own, written from startEmbedded's answer.
  return { ...(answer as Omit<EmbeddedServer, 'program'>), program };
}

/** A new empty folder that PostgreSQL's user can reach, removed by `removeFolders`. */
export function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'anju-launcher-'));
  fs.chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** Gives an empty data folder 300 demonstration households; `--unprepared` forgets that they were prepared. */
export async function fillDataFolder(dataFolder: string, words: readonly string[] = []): Promise<void> {
  const filling = startProgram('fill-app.mjs', words, { ANJU_DATA_DIR: dataFolder });
  if ((await filling.ended) !== 0) throw new Error(filling.printed());
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
}

/** Rows of one statement on a connection of its own. */
export async function rowsOf(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

/** The id in the data folder's postmaster.pid; undefined when no server has it. */
export function postmasterPid(folder: string): number | undefined {
  const file = path.join(folder, 'data/postmaster.pid');
  return fs.existsSync(file) ? Number.parseInt(fs.readFileSync(file, 'utf8'), 10) : undefined;
}

/** Whether the process exists and is no zombie. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  return !fs.existsSync(stat) || !/\) Z /.test(fs.readFileSync(stat, 'utf8'));
}

/** Waits until the condition holds; rejects after 20 s, naming it. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Where the data folder's server keeps its files when PostgreSQL's user can reach it. */
export function serverFolder(dataFolder: string): string {
  return path.join(dataFolder, 'postgres');
}
