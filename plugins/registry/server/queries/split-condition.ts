import { knownValues, RENOVATION_TICKS, SPLIT_CONDITIONS, splitsOf, type StatisticsSplit } from '@anju/domain';
import type { HouseholdFilter } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** What the statistics count a safeguard by, as anju.safeguard_metrics has it; an empty field is `none`. */
const VALUES: Readonly<Record<string, string>> = {
  'originalSafe.result': valueOf('s.appraisal_result'),
  'renovation.result': valueOf('s.original_appraisal_result'),
  'renovation.mode': valueOf('s.renovation_mode'),
  'renovation.construction': valueOf('s.construction_mode'),
  'povertyRelocation.state': `case when s.move_in_date is not null then 'movedIn'
    when s.completion_date is not null then 'completed' when s.start_date is not null then 'underConstruction'
    when s.not_started then 'notStarted' else 'none' end`,
  'otherRelocation.type': valueOf('s.relocation_type'),
  'publicHousing.type': valueOf('s.public_housing_type'),
  'otherMeans.type': valueOf('s.other_means_type'),
};

const TICKS = {
  accepted: 's.accepted',
  completed: 's.archive_completed',
  archiveIncomplete: 's.archive_incomplete',
} as const;

/** Conditions on the fields of a kind; each finds households of that kind only, as the statistics count them. */
export function whereSplit(query: Knex.QueryBuilder, filter: HouseholdFilter): void {
  for (const condition of SPLIT_CONDITIONS) {
    const values = filter[condition];
    if (values === undefined) continue;
    query.where((either) => {
      for (const split of splitsOf(condition)) either.orWhere((each) => matchSplit(each, split, values));
    });
  }
  for (const tick of RENOVATION_TICKS) {
    const wanted = filter[tick];
    if (wanted === undefined) continue;
    query.whereRaw(`s.kind = 'renovation' and ${TICKS[tick]} is ${wanted ? '' : 'not '}true`);
  }
}

function matchSplit(query: Knex.QueryBuilder, split: StatisticsSplit, values: readonly string[]): void {
  const value = VALUES[split.metric];
  if (value === undefined) throw new RangeError(`no field is counted as ${split.metric}`);
  query.where('s.kind', split.kind).where((either) => {
    either.whereRaw(`${value} = any (?)`, [[...values]]);
    if (values.includes(split.rest)) either.orWhereRaw(`${value} <> all (?)`, [[...knownValues(split)]]);
  });
}

function valueOf(column: string): string {
  return `coalesce(nullif(${column}, ''), 'none')`;
}
