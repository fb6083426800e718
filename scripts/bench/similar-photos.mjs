import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../places.mjs';
import { quantile } from './figures.mjs';

const require = createRequire(path.join(ROOT, 'plugins/registry/package.json'));

const PRINTS = 2_500_000;
const DRAWN = 400;
const ASKED = 200;
const BAR_MS = 150;

/**
 * How long the search for a photo's like takes among 2,500,000 prints, made of drawn ones with a quarter of their bits turned.
 * Everything happens in one transaction that is rolled back.
 * @param {import('pg').Client} owner
 */
export async function similarPhotos(owner) {
  const prints = await drawnPrints();
  await owner.query('begin');
  try {
    await fill(owner, prints);
    const times = [];
    for (const asked of prints.slice(0, ASKED)) {
      const begun = performance.now();
      await owner.query('select anju.nearest_look(0, $1::bit(256)[])', [asked]);
      times.push(performance.now() - begun);
    }
    const at = (share) => quantile(times, share);
    const { rows } = await owner.query(
      `select pg_size_pretty(pg_relation_size('anju.photo_print')) as rows, pg_size_pretty(pg_relation_size('anju.photo_print_keys_idx')) as index`,
    );
    const isKept = at(0.95) <= BAR_MS;
    console.log(
      `${isKept ? 'ok  ' : 'OVER'} similar photos among ${PRINTS} (${rows[0].rows}, index ${rows[0].index}): p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms (bar ${BAR_MS} ms)`,
    );
    return isKept;
  } finally {
    await owner.query('rollback');
  }
}

async function drawnPrints() {
  const { drawEvidencePhoto } = require(
    path.join(ROOT, 'plugins/exchange/dist/server/demonstration/photo/draw-evidence-photo.js'),
  );
  const { readPrints } = require(path.join(ROOT, 'plugins/registry/dist/server/services/picture.js'));
  const prints = [];
  for (let seed = 1; seed <= DRAWN; seed += 1) prints.push(await readPrints(await drawEvidencePhoto(seed, 'house')));
  return prints;
}

/** Prints without photos: the keys to evidence rest until the rollback. */
async function fill(owner, prints) {
  const { rows } = await owner.query(
    `select conname from pg_constraint where conrelid = 'anju.photo_print'::regclass and contype = 'f'`,
  );
  for (const { conname } of rows) await owner.query(`alter table anju.photo_print drop constraint ${conname}`);
  const { rows: indexes } = await owner.query(`select pg_get_indexdef('anju.photo_print_keys_idx'::regclass) as keys`);
  await owner.query('drop index anju.photo_print_keys_idx; truncate anju.photo_print');
  await owner.query(
    `insert into anju.photo_print (evidence_id, household_id, region_code, print, settled)
     select n, n, '520425', drawn.print # (bits(1) & bits(2)), true
     from (select array_agg(print) as prints from unnest($1::bit(256)[]) print) all_prints
     cross join generate_series(1, ${PRINTS}) n
     cross join lateral (select prints[1 + n % cardinality(prints)] as print) drawn`.replaceAll(
      /bits\((\d)\)/g,
      (_, salt) => `('x' || md5('${salt}' || n) || md5('${salt}.' || n))::bit(256)`,
    ),
    [prints.map(([own]) => own)],
  );
  await owner.query(`set local maintenance_work_mem = '1GB'`);
  await owner.query(indexes[0].keys);
  await owner.query('analyze anju.photo_print');
}
