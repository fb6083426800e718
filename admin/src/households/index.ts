export { HouseholdList } from './household-list';
export { EntryListPage } from './entry-list-page';
export { QueryListPage } from './query-list-page';
export { listAddress, type ListFilter } from './list-filter';
export { entryQueue, nextHousehold } from './next-household';
