export { OffListPage } from './off-list-page';
export { NewHouseholdPage } from './new-household-page';
