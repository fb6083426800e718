import fc from 'fast-check';
import type { ClientBase } from 'pg';

/** Regions of the histories: two villages of one township, one of another county, and households bound above the village. */
const REGIONS = ['520425001001', '520425001002', '520402001001', '520425001', '520425', '520402'] as const;

const KINDS = [
  'originalSafe',
  'renovation',
  'povertyRelocation',
  'otherRelocation',
  'publicHousing',
  'otherMeans',
] as const;

/** Options with a column in some table, one that every table counts as the rest, and one that a county added itself. */
const OPTIONS = ['gradeA', 'elderlyHome', 'renting', 'other', 'localOption'] as const;

/** One thing that happens to the register; `at` picks a household of the history, whatever their number. */
export type Step =
  | {
      readonly do: 'create';
      readonly region: string;
      readonly source: string;
      readonly exited: boolean;
      readonly exitYear: number | null;
    }
  | { readonly do: 'recognise'; readonly at: number; readonly kind: string; readonly option: string | null }
  | { readonly do: 'editArchive'; readonly at: number; readonly mode: string | null; readonly subsidy: number | null }
  | { readonly do: 'move'; readonly at: number; readonly region: string }
  | { readonly do: 'depart'; readonly at: number; readonly reason: string | null }
  | { readonly do: 'promote' | 'withdraw' | 'remove' | 'removeOffList' | 'correct'; readonly at: number }
  | { readonly do: 'bulkMove'; readonly from: string; readonly to: string }
  | { readonly do: 'mergeRegion'; readonly from: string; readonly to: string }
  | { readonly do: 'splitRegion'; readonly region: string }
  | { readonly do: 'retireOption'; readonly option: string };

const at = fc.nat(50);
const region = fc.constantFrom(...REGIONS);
const village = fc.constantFrom(...REGIONS.filter((code) => code.length === 12));

/** Where a code of the history leads today: steps may have merged its region away. */
const PLACE = (parameter: string) => `(select coalesce(merged_into, code) from regions where code = ${parameter})`;

/** A random step of a household's life. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('create' as const),
    region,
    source: fc.constantFrom('registry', 'offList'),
    exited: fc.boolean(),
    exitYear: fc.option(fc.integer({ min: 2013, max: 2021 })),
  }),
  fc.record({
    do: fc.constant('recognise' as const),
    at,
    kind: fc.oneof(fc.constantFrom(...KINDS), fc.constant('renovation')),
    option: fc.option(fc.constantFrom(...OPTIONS)),
  }),
  fc.record({
    do: fc.constant('editArchive' as const),
    at,
    mode: fc.option(fc.constantFrom('repairStrengthen', 'rebuildOnSite', 'other', 'localMode')),
    subsidy: fc.option(fc.integer({ min: 0, max: 4_000_000 }).map((cents) => cents / 100)),
  }),
  fc.record({ do: fc.constant('move' as const), at, region }),
  fc.record({ do: fc.constant('depart' as const), at, reason: fc.option(fc.constantFrom('自然死亡', '其他')) }),
  fc.record({
    do: fc.constantFrom(
      'promote' as const,
      'withdraw' as const,
      'remove' as const,
      'removeOffList' as const,
      'correct' as const,
    ),
    at,
  }),
  fc.record({ do: fc.constant('bulkMove' as const), from: region, to: region }),
  fc.record({ do: fc.constant('mergeRegion' as const), from: village, to: village }),
  fc.record({ do: fc.constant('splitRegion' as const), region: village }),
  fc.record({ do: fc.constant('retireOption' as const), option: fc.constantFrom(...OPTIONS) }),
);

const NTH = `(select id from households where registry_number like $1 order by id offset $2 limit 1)`;

/** Performs a step on the households whose register number starts with `prefix`. */
export async function perform(client: ClientBase, prefix: string, number: string, one: Step): Promise<void> {
  const mine = `${prefix}%`;
  switch (one.do) {
    case 'create':
      await client.query(
        `insert into households (registry_number, source, region_code, member_count, poverty_exited, exit_year, recognised, version)
         values ($1, $2, ${PLACE('$3')}, 1, $4, $5, false, 1)`,
        [`${prefix}${number}`, one.source, one.region, one.exited, one.exitYear],
      );
      return;
    case 'recognise':
      await client.query(RECOGNISE, [mine, one.at % 3, one.kind, one.option]);
      return;
    case 'editArchive':
      await editArchive(client, mine, one);
      return;
    case 'move':
      await client.query(`update households set region_code = ${PLACE('$3')} where id = ${NTH}`, [
        mine,
        one.at % 3,
        one.region,
      ]);
      return;
    case 'bulkMove':
      await client.query(
        `update households set region_code = ${PLACE('$3')} where region_code = $2 and registry_number like $1`,
        [mine, one.from, one.to],
      );
      return;
    case 'depart':
      await client.query(`update households set departure_reason = $3 where id = ${NTH}`, [
        mine,
        one.at % 3,
        one.reason,
      ]);
      return;
    case 'promote':
    case 'withdraw':
    case 'remove':
    case 'removeOffList':
    case 'correct':
      await client.query(SIMPLE_STEPS[one.do], [mine, one.at % 3]);
      return;
    case 'retireOption':
      await client.query(`update options set enabled = not enabled where key = $1`, [one.option]);
      return;
    case 'mergeRegion':
      await changeRegions(client, MERGE, [one.from, one.to]);
      return;
    case 'splitRegion':
      await changeRegions(client, SPLIT, [one.region, mine]);
  }
}

/** Has the configurator of the province make a change of regions, worked out as the door would. */
async function changeRegions(client: ClientBase, plan: string, values: readonly string[]): Promise<void> {
  await client.query(
    `with actor as materialized (
       select set_config('anju.actor', id::text, true) as id from up_users where username = 'demo-configurator')
     select anju.change_regions(plan, '配置管理员') from actor cross join (${plan}) worked (plan) where actor.id <> ''`,
    [...values],
  );
}

/** Regions as they were before any history. */
export async function restoreRegions(owner: ClientBase): Promise<void> {
  await owner.query('delete from regions where valid_from is not null');
  await owner.query('update regions set merged_into = null, valid_to = null where merged_into is not null');
}

const PLAN = `'summary', '', 'reason', '', 'renamed', '[]'::jsonb`;

/** Two villages that are still in force; nothing when they are one by now. */
const MERGE = `
  select jsonb_build_object('kind', 'merge', 'subject', f.code, ${PLAN}, 'created', '[]'::jsonb, 'numbers', '[]'::jsonb,
    'codes', jsonb_build_array(jsonb_build_object('code', f.code, 'into', t.code)))
  from regions f, regions t where f.code = ${PLACE('$1')} and t.code = ${PLACE('$2')} and f.code <> t.code`;

/** A new village beside one, with the first two households of the history that stand there. */
const SPLIT = `
  select jsonb_build_object('kind', 'split', 'subject', f.code, ${PLAN}, 'codes', '[]'::jsonb,
    'created', jsonb_build_array(jsonb_build_object('code', n.code, 'name', n.code, 'kind', f.kind, 'level', 5, 'parentCode', f.parent_code)),
    'numbers', (select coalesce(jsonb_agg(jsonb_build_object('from', h.region_code, 'number', h.registry_number, 'into_code', n.code)), '[]')
      from (select * from households where region_code = f.code and registry_number like $2 order by id limit 2) h))
  from regions f cross join lateral (select (max(code)::bigint + 1)::text as code from regions where parent_code = f.parent_code) n
  where f.code = ${PLACE('$1')}`;

const SIMPLE_STEPS = {
  promote: `update households set source = 'registry' where id = ${NTH}`,
  withdraw: `delete from safeguards where household_id = ${NTH}`,
  remove: `delete from households where id = ${NTH}`,
  removeOffList: `delete from households where id = ${NTH} and source = 'offList'`,
  correct: `update households set remark = 'corrected' where id = ${NTH}`,
} as const;

const RECOGNISE = `
  insert into safeguards (household_id, region_code, source, kind, appraisal_result, relocation_type, public_housing_type,
    other_means_type, start_date, completion_date, move_in_date, not_started, entry_person, entry_date, review_state)
  select id, region_code, source, $3, $4::text, $4::text, $4::text, $4::text,
    case when $4::text in ('gradeA', 'elderlyHome', 'renting') then date '2018-01-01' end,
    case when $4::text in ('elderlyHome', 'renting') then date '2018-11-01' end,
    case when $4::text = 'renting' then date '2019-01-01' end, $4::text = 'other', '录入人', '2019-01-02', 'entered'
  from households where id = ${NTH}
  on conflict (household_id) do update set kind = excluded.kind, appraisal_result = excluded.appraisal_result,
    relocation_type = excluded.relocation_type, public_housing_type = excluded.public_housing_type,
    other_means_type = excluded.other_means_type, start_date = excluded.start_date, completion_date = excluded.completion_date,
    move_in_date = excluded.move_in_date, not_started = excluded.not_started, renovation_id = null`;

/** Edits the linked archive, or links a new one: the statistics follow through the copies on the safeguard. */
async function editArchive(client: ClientBase, mine: string, one: Extract<Step, { do: 'editArchive' }>): Promise<void> {
  const { rowCount } = await client.query(
    `update renovations set renovation_mode = $3, subsidy_total = $4
     where id = (select renovation_id from safeguards where household_id = ${NTH})`,
    [mine, one.at % 3, one.mode, one.subsidy],
  );
  if (rowCount) return;
  const archive = await client.query<{ id: number }>(
    `insert into renovations (region_code, head_name, renovation_mode, subsidy_total)
     select region_code, '户主', $3, $4 from households where id = ${NTH} returning id`,
    [mine, one.at % 3, one.mode, one.subsidy],
  );
  await client.query(`update safeguards set renovation_id = $3 where household_id = ${NTH} and kind = 'renovation'`, [
    mine,
    one.at % 3,
    archive.rows[0]?.id ?? null,
  ]);
}
