import { ARCHIVE_HEADER } from '../lists/archive-columns';
import { ARCHIVE_TYPES, readArchiveList } from '../lists/archive-list';
import { archiveExamples } from '../queries/archive-examples';
import { formInForce } from '../queries/form-in-force';
import { compareArchives, judgeArchives } from '../queries/compare-archives';
import { entryCounts } from '../queries/entry-counts';
import { refusedEntries } from '../queries/refused-entries';
import { stageEntries } from '../queries/stage-entries';
import { STAGED_ENTRY_COUNTIES } from '../queries/staged-counties';
import type { EntryCounts } from '../queries/staged-list-counts';
import { takeArchives } from '../queries/take-archives';
import type { ListKind, Reading } from './list-kind';
import { acceptableEntries } from './relocation-list';

/** Renovation archives, one row each: upsert by archive number, else by person and plan year; corrections stay. */
export const ARCHIVE_LIST: ListKind<EntryCounts> = {
  kind: 'renovation',
  header: () => Promise.resolve(ARCHIVE_HEADER),
  stage: stageArchives,
  judge: judgeArchives,
  compare: compareArchives,
  counts: entryCounts,
  acceptable: acceptableEntries,
  examples: archiveExamples,
  refusedRows: refusedEntries,
  counties: STAGED_ENTRY_COUNTIES,
  take: takeArchives,
};

async function stageArchives({ client, file, mapping, regions, watch }: Reading): Promise<void> {
  const rules = await formInForce(client);
  const header = ARCHIVE_HEADER.mapped(mapping);
  await stageEntries(client, ARCHIVE_TYPES, readArchiveList(file, { regions, header, rules }, watch));
}
