import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Only the superuser sees what other roles' sessions wait for. */
export function superuserUrl({ url, folder }) {
  const of = new URL(url);
  of.username = 'postgres';
  of.password = fs.readFileSync(path.join(folder, 'secret'), 'utf8').trim();
  return of.href;
}

/** What sessions of the serving role wait for, sampled every 20 ms as long as `goesOn`, by kind and table. */
export async function sampleWaits(client, goesOn) {
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
