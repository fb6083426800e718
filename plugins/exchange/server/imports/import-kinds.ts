import type { ImportKind } from '@anju/domain';
import type { EntryCounts, StagedListCounts } from '../queries/staged-list-counts';
import { HOUSEHOLD_LIST } from './import-household-list';
import { importList, type ImportListOptions, type ListReport } from './import-list';
import { ARCHIVE_LIST } from './archive-list';
import { RECOGNITION_SHEET } from './recognition-sheet';
import { RELOCATION_LIST } from './relocation-list';

export type KindReport = (StagedListCounts | EntryCounts) & ListReport;

const IMPORTERS: Readonly<Record<ImportKind, (options: ImportListOptions) => Promise<KindReport>>> = {
  household: (options) => importList(HOUSEHOLD_LIST, options),
  relocation: (options) => importList(RELOCATION_LIST, options),
  renovation: (options) => importList(ARCHIVE_LIST, options),
  recognition: (options) => importList(RECOGNITION_SHEET, options),
};

/** Imports a list of a kind; see importList. */
export function importOfKind(kind: ImportKind, options: ImportListOptions): Promise<KindReport> {
  return IMPORTERS[kind](options);
}
