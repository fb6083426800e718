import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../places.mjs';
import { saveOf, savedBy } from './paths.mjs';
import { askRepeatedly } from './requests.mjs';

const require = createRequire(path.join(ROOT, 'cms/package.json'));
const { Client } = require('pg');

const SAVERS = 32;
const SECONDS = 15;

/** 32 savers of one county at once: saves a second, and the lock waits that sampling finds, by what they wait for. */
export async function savers({ url, facts, database, headers }) {
  const watcher = new Client({ connectionString: superuserUrl(database) });
  await watcher.connect();
  let saving = true;
  const waits = sample(watcher, () => saving);
  let step = 0;
  const { latencies, seconds } = await askRepeatedly({
    base: url,
    connections: SAVERS,
    seconds: SECONDS,
    next: (connection) => saveOf(savedBy(facts.households, connection, step++), headers),
  });
  saving = false;
  const found = await waits;
  await watcher.end();
  const sorted = latencies.sort((one, other) => one - other);
  return { perSecond: sorted.length / seconds, p95: sorted[Math.floor(sorted.length * 0.95)], ...found };
}

/** Only the superuser sees what other roles' sessions wait for. */
function superuserUrl({ url, folder }) {
  const of = new URL(url);
  of.username = 'postgres';
  of.password = fs.readFileSync(path.join(folder, 'secret'), 'utf8').trim();
  return of.href;
}

async function sample(client, goesOn) {
  let samples = 0;
  const waits = {};
  while (goesOn()) {
    const { rows } = await client.query(
      `select a.wait_event_type as type, a.wait_event as event, coalesce(string_agg(distinct l.relation::regclass::text, ' '), '') as relation
       from pg_stat_activity a left join pg_locks l on l.pid = a.pid and not l.granted
       where a.usename = 'anju_app' and a.state = 'active' and a.wait_event_type = 'Lock' group by a.pid, 1, 2`,
    );
    samples += 1;
    for (const { type, event, relation } of rows) {
      const name = [type, event, relation].filter(Boolean).join(' ');
      waits[name] = (waits[name] ?? 0) + 1;
    }
    await pause(20);
  }
  return { samples, waits };
}
