import { type LinkedRecord, maskIdNumber, maskPhone } from '@anju/domain';
import { type HouseholdRow, householdRow } from '@anju/domain/contracts';
import type { HouseholdListRow } from '../queries/household-rows';

const { kind, reviewState, source } = householdRow.shape;

/** A household as the list doors answer it, numbers masked. */
export function toHouseholdRow(row: HouseholdListRow): HouseholdRow {
  return {
    id: row.id,
    registryNumber: row.registry_number,
    headName: row.head_name ?? '',
    idNumber: row.id_number && maskIdNumber(row.id_number),
    phone: row.phone && maskPhone(row.phone),
    regionCode: row.region_code,
    regionName: row.region_name ?? row.region_code,
    memberCount: row.member_count,
    exitYear: row.exit_year,
    kind: kind.parse(row.kind),
    appraisalResult: row.appraisal_result,
    entryPerson: row.entry_person,
    entryDate: row.entry_date,
    recognised: row.recognised,
    reviewState: reviewState.parse(row.review_state),
    warningCount: row.warning_count,
    linked: linkedRecords(row),
    source: source.parse(row.source),
    version: row.version,
    ...(row.matched_person === undefined ? {} : { matchedPerson: row.matched_person }),
  };
}

function linkedRecords(row: HouseholdListRow): LinkedRecord[] {
  return [
    ...(row.on_renovation ? (['renovation'] as const) : []),
    ...(row.on_relocation ? (['relocationEntry'] as const) : []),
  ];
}
