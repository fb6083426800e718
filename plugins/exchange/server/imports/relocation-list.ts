import { RELOCATION_HEADER } from '../lists/relocation-columns';
import { readRelocationList, RELOCATION_TYPES } from '../lists/relocation-list';
import { compareRelocation, judgeRelocation } from '../queries/compare-relocation';
import { entryCounts } from '../queries/entry-counts';
import { refusedEntries } from '../queries/refused-entries';
import { relocationExamples } from '../queries/relocation-examples';
import { stageEntries } from '../queries/stage-entries';
import { STAGED_ENTRY_COUNTIES } from '../queries/staged-counties';
import type { EntryCounts } from '../queries/staged-list-counts';
import { takeRelocation } from '../queries/take-relocation';
import type { ListKind } from './list-kind';

/** The Poverty Office's relocation list: upsert by person; what the list no longer names is flagged and matches nobody any more. */
export const RELOCATION_LIST: ListKind<EntryCounts> = {
  kind: 'relocation',
  header: () => Promise.resolve(RELOCATION_HEADER),
  stage: ({ client, file, mapping, regions, watch }) =>
    stageEntries(client, RELOCATION_TYPES, readRelocationList(file, regions, RELOCATION_HEADER.mapped(mapping), watch)),
  judge: judgeRelocation,
  compare: compareRelocation,
  counts: entryCounts,
  acceptable: acceptableEntries,
  examples: relocationExamples,
  refusedRows: refusedEntries,
  counties: STAGED_ENTRY_COUNTIES,
  take: takeRelocation,
};

export function acceptableEntries({ entries }: EntryCounts): number {
  return entries.new + entries.changed + entries.unchanged;
}
