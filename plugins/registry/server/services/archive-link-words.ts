import { ARCHIVE_FIELD_LABELS, missingArchiveFields, type RenovationArchive } from '@anju/domain';
import type { RenovationRow } from '@anju/domain/contracts';
import type { HolderColumns } from '../queries/renovation-rows';

/** Whose an archive is, as the doors answer it. */
export function toLink(row: HolderColumns): Pick<RenovationRow, 'linkState' | 'household' | 'countyElsewhere'> {
  return {
    linkState: row.link_state,
    household:
      row.household_id === null
        ? null
        : { id: row.household_id, headName: row.household_head ?? '', regionName: row.household_region ?? '' },
    countyElsewhere: row.county_elsewhere,
  };
}

/** What a complete archive still lacks, as the form names it. */
export function gapLabels(archive: RenovationArchive): string[] {
  return missingArchiveFields(archive).map((field) => ARCHIVE_FIELD_LABELS[field]);
}
