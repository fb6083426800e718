import type { Client } from 'pg';
import { HOUSEHOLD_HEADER } from '../lists/household-columns';
import { readHouseholdList } from '../lists/household-list';
import { compareStagedList, lockChangedHouseholds } from '../queries/compare-staged-list';
import { householdExamples } from '../queries/household-examples';
import { judgeStagedList } from '../queries/judge-staged-list';
import { keepChangedHouseholds, sealChangedHouseholds } from '../queries/keep-changed-households';
import { refusedRows } from '../queries/refused-rows';
import { stageList } from '../queries/stage-list';
import { STAGED_COUNTIES } from '../queries/staged-counties';
import { type StagedListCounts, stagedListCounts } from '../queries/staged-list-counts';
import { takeStagedList } from '../queries/take-staged-list';
import { importList, type ImportListOptions, type ListReport } from './import-list';
import type { ListKind } from './list-kind';

export type HouseholdListReport = StagedListCounts & ListReport;

/** The Poverty Office's household list, one row a person: upsert by 户编号 and 人编号. Households with a wrong row are left out whole. */
export const HOUSEHOLD_LIST: ListKind<StagedListCounts> = {
  kind: 'household',
  header: () => Promise.resolve(HOUSEHOLD_HEADER),
  stage: ({ client, file, mapping, regions, watch }) =>
    stageList(client, readHouseholdList(file, regions, watch, HOUSEHOLD_HEADER.mapped(mapping))),
  judge: judgeStagedList,
  compare: compareStagedList,
  counts: stagedListCounts,
  acceptable: ({ households }) => households.new + households.changed + households.unchanged,
  examples: householdExamples,
  refusedRows,
  counties: STAGED_COUNTIES,
  take: takeHouseholds,
};

/** Imports the household list; see importList. */
export function importHouseholdList(options: ImportListOptions): Promise<HouseholdListReport> {
  return importList(HOUSEHOLD_LIST, options);
}

async function takeHouseholds(client: Client, batchId: number, onShare: (share: number) => void): Promise<void> {
  await lockChangedHouseholds(client);
  await keepChangedHouseholds(client);
  await takeStagedList(client, batchId, onShare);
  await sealChangedHouseholds(client, batchId);
}
