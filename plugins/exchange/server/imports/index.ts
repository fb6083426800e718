import path from 'node:path';
import { type SqlStep, sqlSteps } from '@anju/kit';

export { type HouseholdListReport, importHouseholdList } from './import-household-list';
export { importOfKind, type KindReport } from './import-kinds';
export type { ImportListOptions } from './import-list';
export { ListRefused } from '../lists/list-refused';
export type { RowError } from '../lists/list-row';

/** Own SQL of imports, for the prepare step. */
export function importSteps(): readonly SqlStep[] {
  return sqlSteps(path.join(__dirname, '..', '..', '..', 'server', 'sql'));
}
