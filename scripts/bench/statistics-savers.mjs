import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../places.mjs';
import { sampleWaits, superuserUrl } from './lock-waits.mjs';

const require = createRequire(path.join(ROOT, 'cms/package.json'));
const { Client } = require('pg');

const SAVERS = 32;
const SECONDS = 15;
/** Each of the connections plans all that a save runs, which takes as long as some hundred saves, and the county is read from disk once. */
const WARMING_SECONDS = 20;
const BAR = 500;
/** Named, as the application sends them. */
const ENTER = `select set_config('anju.lo', $1, true), set_config('anju.hi', anju.region_end($1), true), set_config('anju.actor', '1', true)`;
const LOCK = 'select version from households where id = $1 for no key update';
const SAVE = `update safeguards set kind = $2, appraisal_result = 'gradeA', other_means_type = 'renting', public_housing_type = 'other', relocation_type = 'other'
  where household_id = $1`;
const KINDS = ['originalSafe', 'otherMeans', 'publicHousing', 'otherRelocation'];

/**
 * 32 connections of the serving role save households of one county through SQL, with compaction beside them as in the application;
 * sampling finds what they wait for. What was changed is left changed: a bench's database is nobody's register.
 */
export async function statisticsSavers({ owner, database, county }) {
  const { rows } = await owner.query(
    `select household_id from safeguards where starts_with(region_code, $1) and kind <> 'renovation' and renovation_id is null and relocation_entry_id is null
     order by household_id limit 6400`,
    [county],
  );
  const watcher = new Client({ connectionString: superuserUrl(database) });
  await watcher.connect();
  const clients = await Promise.all(Array.from({ length: SAVERS }, () => appClient(database)));
  const savers = clients.map((client, index) => ({
    client,
    saves: 0,
    own: rows.filter((_household, place) => place % SAVERS === index),
  }));
  const allSave = (seconds) => {
    const until = performance.now() + seconds * 1000;
    return Promise.all(savers.map((saver) => saveUntil(saver, until, county)));
  };
  const savesSoFar = () => savers.reduce((sum, { saves }) => sum + saves, 0);
  await allSave(WARMING_SECONDS);
  const warming = savesSoFar();
  let saving = true;
  const waits = sampleWaits(watcher, () => saving);
  await allSave(SECONDS);
  saving = false;
  const found = await waits;
  await Promise.all([watcher.end(), ...clients.map((client) => client.end())]);
  const perSecond = (savesSoFar() - warming) / SECONDS;
  const kept = perSecond >= BAR;
  console.log(
    `${kept ? 'ok  ' : 'MISS'} 32 savers of ${county} through SQL: ${perSecond.toFixed(0)} saves/s, bar ${BAR}`,
  );
  const onStatistics = Object.entries(found.waits).filter(([name]) => /stat_|advisory/.test(name));
  console.log(`     ${found.samples} samples; waits: ${JSON.stringify(found.waits)}`);
  return [kept, onStatistics.length === 0];
}

/** A connection of the serving role, with the password that the application serves with. */
async function appClient({ url }) {
  const of = new URL(url);
  of.username = 'anju_app';
  of.password = appPassword();
  const client = new Client({ connectionString: of.href });
  await client.connect();
  return client;
}

/** The application's own secrets, as its commands read them. */
function appPassword() {
  require(path.join(ROOT, 'cms/dist/src/secrets.js')).loadSecrets();
  return process.env.ANJU_APP_PASSWORD ?? '';
}

/** Saves one household after the other, each time as another kind, and counts in the saver. */
async function saveUntil(saver, until, county) {
  const { client, own } = saver;
  while (performance.now() < until && own.length > 0) {
    const { household_id: id } = own[saver.saves % own.length];
    const kind = KINDS[(saver.saves + Math.floor(saver.saves / own.length)) % KINDS.length];
    await client.query('begin');
    await client.query({ name: 'enter', text: ENTER, values: [county] });
    await client.query({ name: 'lock', text: LOCK, values: [id] });
    await client.query({ name: 'save', text: SAVE, values: [id, kind] });
    await client.query('commit');
    saver.saves += 1;
  }
}
