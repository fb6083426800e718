import { retryingDeadlocks, serviceOf, type SqlStep } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { Client } from 'pg';
import { createApp } from './app';
import { ensureAppRole } from './app-role';
import { analyseChangedTables, loosenColumns } from './changed-columns';
import { fingerprint } from './fingerprint';
import { OWN_PLUGINS } from './own-plugins';
import { keepingProcessListeners } from './process-listeners';

const PREPARE_LOCK = 726_001;

/** What a plugin brings to the prepare step: own SQL after the schema sync, then its first data. */
export interface PluginPreparation {
  steps(): readonly SqlStep[];
  seed?(): Promise<void>;
}

/**
 * Brings the database up to this version as its owner: schema sync, own SQL, first data.
 * Skipped when nothing has changed since the last time. Two processes at once wait for each other.
 */
export function prepare(ownerUrl: string): Promise<void> {
  return withPrepareLock(ownerUrl, (owner) => bringUp(owner, ownerUrl));
}

/** Runs work on a connection of the owner while no other process prepares, restores or starts on this database. */
export async function withPrepareLock<T>(ownerUrl: string, work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [PREPARE_LOCK]);
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** What `prepare` does, for a caller that holds its lock. */
export async function bringUp(owner: Client, ownerUrl: string): Promise<void> {
  await ensureAppRole(owner);
  const wanted = fingerprint();
  if ((await preparedFingerprint(owner)) === wanted) return;
  await retryingDeadlocks(() => loosenColumns(owner));
  await withOwnerApp(ownerUrl, (strapi) => installAndSeed(strapi, owner));
  await owner.query('insert into anju.prepared (fingerprint) values ($1)', [wanted]);
}

/** Boots the application as the database's owner, without background work, for as long as `work` takes. */
export function withOwnerApp<T>(ownerUrl: string, work: (strapi: Core.Strapi) => Promise<T>): Promise<T> {
  return keepingProcessListeners(async () => {
    process.env.ANJU_PREPARING = '1';
    const strapi = createApp(ownerUrl);
    strapi.log.level = 'warn';
    try {
      await strapi.load();
      const result = await work(strapi);
      await strapi.destroy();
      return result;
    } catch (error) {
      // What is half loaded cannot always be destroyed: the complaint about that would hide the reason.
      await strapi.destroy().catch(() => undefined);
      throw error;
    } finally {
      delete process.env.ANJU_PREPARING;
    }
  });
}

async function installAndSeed(strapi: Core.Strapi, owner: Client): Promise<void> {
  const preparations = pluginPreparations(strapi);
  await installSteps(
    owner,
    preparations.flatMap((plugin) => plugin.steps()),
  );
  await analyseChangedTables(owner);
  for (const plugin of preparations) await plugin.seed?.();
}

function pluginPreparations(strapi: Core.Strapi): readonly PluginPreparation[] {
  return OWN_PLUGINS.map((name) => serviceOf<PluginPreparation>(strapi, name, 'prepare'));
}

/**
 * Runs every step in the order of its number, all or nothing, and again after a deadlock: autovacuum waits for a table's
 * catalogue row that an earlier step wrote, and a later step for autovacuum. Steps are idempotent.
 */
async function installSteps(owner: Client, steps: readonly SqlStep[]): Promise<void> {
  const ordered = [...steps].sort((a, b) => a.name.localeCompare(b.name));
  let current = '';
  try {
    await retryingDeadlocks(() =>
      inOneTransaction(owner, async () => {
        for (const step of ordered) {
          current = step.name;
          await owner.query(step.sql);
        }
        await owner.query(
          'create table if not exists anju.prepared (id bigint generated always as identity primary key, fingerprint text not null, at timestamptz not null default now())',
        );
      }),
    );
  } catch (error) {
    throw new Error(`SQL 步骤 ${current} 失败：${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

async function inOneTransaction(owner: Client, work: () => Promise<void>): Promise<void> {
  await owner.query('begin');
  try {
    await work();
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

async function preparedFingerprint(owner: Client): Promise<string | undefined> {
  const exists = await owner.query<{ found: string | null }>("select to_regclass('anju.prepared')::text as found");
  if (!exists.rows[0]?.found) return undefined;
  const { rows } = await owner.query<{ fingerprint: string }>(
    'select fingerprint from anju.prepared order by id desc limit 1',
  );
  return rows[0]?.fingerprint;
}
