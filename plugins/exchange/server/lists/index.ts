export { HOUSEHOLD_COLUMNS, type HouseholdColumn } from './household-columns';
export { readHouseholdList } from './household-list';
export type { FoundWorkbook, ListWatch } from './list-watch';
export { ListRefused } from './list-refused';
export type { RowError } from './list-row';
export type { ListedPerson, ParsedRow, RefusedRow } from './person-row';
export { type NamedRegion, RegionDirectory } from './region-directory';
