import path from 'node:path';
import { type SqlStep, sqlSteps } from '@anju/kit';

export {
  type HouseholdListReport,
  importHouseholdList,
  type ImportHouseholdListOptions,
} from './import-household-list';
export { ListRefused } from '../lists/list-refused';
export type { RowError } from '../lists/list-row';

/** Own SQL of imports, for the prepare step. */
export function importSteps(): readonly SqlStep[] {
  return sqlSteps(path.join(__dirname, '..', '..', '..', 'server', 'sql'));
}
