import type { RenovationRecord } from '../contracts/renovation';

/** The fields that make a renovation archive complete, in the order of the form. */
export const ARCHIVE_FIELDS = [
  'originalAppraisalResult',
  'renovationMode',
  'constructionMode',
  'planYear',
  'subsidyTotal',
  'startDate',
  'completionDate',
  'accepted',
  'acceptedBy',
] as const satisfies readonly (keyof RenovationRecord)[];

export type ArchiveField = (typeof ARCHIVE_FIELDS)[number];

/** The archive fields of a renovation; a form that is being filled in may leave any of them out. */
export type RenovationArchive = { readonly [Field in ArchiveField]?: RenovationRecord[Field] };

/** The mode for which no original house exists, hence no appraisal of one. */
export const MODE_WITHOUT_ORIGINAL_HOUSE = 'newBuildNoHouse';

/** The fields that a complete archive still lacks; 无房屋新建 has no original result, and a person accepts only what was accepted. */
export function missingArchiveFields(archive: RenovationArchive): readonly ArchiveField[] {
  return ARCHIVE_FIELDS.filter((field) => isBlank(archive[field]) && isExpected(field, archive));
}

/** Whether nothing of the archive is missing. */
export function isArchiveComplete(archive: RenovationArchive): boolean {
  return missingArchiveFields(archive).length === 0;
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function isExpected(field: ArchiveField, archive: RenovationArchive): boolean {
  if (field === 'originalAppraisalResult') return archive.renovationMode !== MODE_WITHOUT_ORIGINAL_HOUSE;
  return field !== 'acceptedBy' || archive.accepted === true;
}
