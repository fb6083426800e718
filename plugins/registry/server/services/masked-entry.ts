import { maskIdNumber } from '@anju/domain';
import type { RelocationEntryRow } from '@anju/domain/contracts';

/** An entry as everybody may see it. */
export function withMaskedNumber(entry: RelocationEntryRow): RelocationEntryRow {
  return { ...entry, idNumber: entry.idNumber && maskIdNumber(entry.idNumber) };
}
