import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One numbered piece of own SQL: `NNN-name.sql` of the plugin that owns it. Steps are idempotent. */
export interface SqlStep {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/** The SQL steps of a plugin's `server/sql` folder, in order of their numbers. */
export function sqlSteps(folder: string): readonly SqlStep[] {
  return readdirSync(folder)
    .filter((file) => /^\d{3}-[\w-]+\.sql$/.test(file))
    .map((file) => step(file, readFileSync(path.join(folder, file), 'utf8')));
}

function step(file: string, sql: string): SqlStep {
  return { name: file, sql, hash: createHash('sha256').update(sql).digest('hex') };
}
