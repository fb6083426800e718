export { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD, type DemonstrationAccount } from './accounts';
export type { DemonstrationExpected } from './expected';
export { DEMONSTRATION_TODAY } from './generate';
export {
  type DemonstrationLoaded,
  DemonstrationRefused,
  loadDemonstration,
  type LoadDemonstrationOptions,
} from './load';
