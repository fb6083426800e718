import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../places.mjs';
import { capturedSql } from './captured-sql.mjs';
import { ASKED_ID, ASKED_KEY } from './floor.mjs';

const require = createRequire(path.join(ROOT, 'cms/package.json'));
const REGISTRY = path.join(ROOT, 'plugins/registry/dist/server/queries');
const STATISTICS = path.join(ROOT, 'plugins/statistics/dist/server/queries');
const { householdRows } = require(path.join(REGISTRY, 'household-rows.js'));
const { RECORD } = require(path.join(REGISTRY, 'household-record.js'));
const { householdCount } = require(path.join(REGISTRY, 'household-count.js'));
const { regionTotal } = require(path.join(STATISTICS, 'region-total.js'));
const { regionCounts } = require(path.join(STATISTICS, 'region-counts.js'));
const { HOUSEHOLD_SOURCES, STATISTICS_METRICS, STATISTICS_TABLES } = require('@anju/domain');

export const COUNTY = '520425';
const TO_DO = { recognised: false, departed: false, regionCode: COUNTY };
const PAGE = { sort: 'regionCode', descending: false, limit: 26, offset: 0 };

/**
 * @typedef {{ method?: string, path: string, headers?: object, body?: unknown, then?: (answer: unknown) => void }} Asked
 * @typedef {{ name: string, user: string, bar?: number, aim?: number, p95Bar?: number, cpuBar?: number, differenceBar?: number,
 *   app: (connection: number) => Asked, floor?: (connection: number) => Asked, without?: (connection: number) => Asked }} HotPath
 *   `without`: asks the application too, for what the path costs without the part that `differenceBar` is about
 */

/** The statements of the floor's routes: those of the product's own queries, without scope, sign-in or journal. */
export async function floorRoutes() {
  const metrics = STATISTICS_METRICS;
  return {
    list: [
      ...(await capturedSql((db) => householdRows(db, TO_DO, 'county', PAGE))),
      ...(await capturedSql((db) => regionTotal(db, COUNTY, HOUSEHOLD_SOURCES, metrics))),
    ],
    record: [{ text: RECORD, values: [ASKED_ID] }],
    lookup: [
      ...(await capturedSql((db) => householdRows(db, { idNumber: ASKED_KEY, regionCode: COUNTY }, 'county', PAGE))),
      ...(await capturedSql((db) => householdCount(db, { idNumber: ASKED_KEY, regionCode: COUNTY }, 'county', 10_000))),
    ],
    save: [
      {
        text: `update bench.safeguards set kind = 'originalSafe', appraisal_result = 'gradeA', entry_date = '2020-06-01',
                 updated_at = now() where household_id = $1`,
        values: [ASKED_ID],
      },
    ],
    trivial: [],
    T1: await capturedSql((db) => regionCounts(db, '52', ['registry'], metrics)),
  };
}

/**
 * The hot paths of one county's clerk and one province's reader.
 * @param {{ households: readonly { id: number, version: number }[], archived: readonly { id: number, version: number }[], keys: readonly string[], tokens: Record<string, () => object> }} facts
 * @returns {readonly HotPath[]}
 */
export function hotPaths({ households, archived, keys, tokens }) {
  const at = (list, step) => list[step % list.length];
  let step = 0;
  const filter = encodeURIComponent(JSON.stringify({ recognised: false, departed: false }));
  const asClerk = (path, more = {}) => ({ path, headers: tokens.clerk(), ...more });
  const table = (name, region) => ({
    name: `${name} ${region.length === 2 ? 'province' : region.length === 4 ? 'city' : 'county'}`,
    p95Bar: 50,
    app: () => ({ path: `/api/statistics/tables/${name}?region=${region}`, headers: tokens.province() }),
    ...(name === 'T1' && region === '52' ? { floor: () => ({ path: '/T1' }) } : {}),
  });
  return [
    { name: 'trivial signed-in', cpuBar: 1, app: () => asClerk('/api/access/me'), floor: () => ({ path: '/trivial' }) },
    {
      name: 'scope hook and sign-in cache, on and off',
      differenceBar: 1,
      app: () => asClerk('/api/access/me'),
      without: () => ({ path: '/_health' }),
    },
    {
      name: 'list page of 25 with total',
      bar: 5,
      aim: 3,
      app: () => asClerk(`/api/registry/households?filter=${filter}&range=[0,24]&sort=["regionCode","ASC"]`),
      floor: () => ({ path: '/list' }),
    },
    {
      name: 'record with members and evidence',
      bar: 8,
      app: () => asClerk(`/api/registry/households/${at(households, step++).id}`),
      floor: () => ({ path: `/record?v=${at(households, step++).id}` }),
    },
    {
      name: 'ID lookup',
      bar: 10,
      app: () =>
        asClerk(
          `/api/registry/households?filter=${encodeURIComponent(JSON.stringify({ idNumber: at(keys, step++) }))}`,
        ),
      floor: () => ({ path: `/lookup?v=${at(keys, step++)}` }),
    },
    {
      name: 'save with journal and statistics',
      bar: 12,
      aim: 8,
      app: (connection) => saveOf(savedBy(households, connection, step++), tokens.clerk()),
      floor: () => ({ path: `/save?v=${at(households, step++).id}` }),
    },
    {
      name: 'save with renovation fields',
      bar: 12,
      app: (connection) => renovationSaveOf(savedBy(archived, connection, step++), tokens.clerk()),
      floor: () => ({ path: `/save?v=${at(archived, step++).id}` }),
    },
    ...STATISTICS_TABLES.flatMap((name) => ['52', '5204', COUNTY].map((region) => table(name, region))),
  ];
}

/** Each connection saves households of its own, so that no save meets a stale version. */
export function savedBy(households, connection, step, connections = 64) {
  const own = Math.floor(households.length / connections);
  return households[connection * own + (step % own)];
}

/** A recognition that differs from the one before it, so that the statistics change. */
export function saveOf(household, headers) {
  household.turn = !household.turn;
  const kind = household.turn
    ? { kind: 'originalSafe', appraisalResult: 'gradeA', appraiser: '演示鉴定人', appraisalDate: '2019-05-01' }
    : { kind: 'otherMeans', otherMeansType: 'renting' };
  return recognitionOf(household, headers, kind);
}

/** One that writes the household's archive, too. */
function renovationSaveOf(household, headers) {
  household.turn = !household.turn;
  const kind = {
    kind: 'renovation',
    originalAppraisalResult: household.turn ? 'gradeC' : 'gradeD',
    startDate: household.turn ? '2019-03-01' : '2019-03-02',
  };
  return recognitionOf(household, headers, kind);
}

function recognitionOf(household, headers, kind) {
  const persons = {
    entryPerson: '演示录入人',
    entryDate: '2020-06-01',
    townshipReviewer: '演示审核人',
    countyReviewer: '演示审核人',
  };
  return {
    method: 'PUT',
    path: `/api/registry/households/${household.id}/safeguard`,
    headers,
    body: { version: household.version, ...kind, ...persons },
    then: (record) => {
      household.version = record.version;
    },
  };
}
