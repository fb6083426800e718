import type { BulkTable } from '../queries/bulk-load';
import type { CopyValue } from '../queries/copy-rows';
import type { HouseholdRow, MemberRow, RelocationEntryRow, RenovationRow, SafeguardRow } from './rows';

/** How the rows of one table are written for COPY. */
export interface TableRows<Row extends { readonly id: number }> {
  readonly table: BulkTable;
  readonly columns: readonly string[];
  readonly values: (row: Row, at: string) => readonly CopyValue[];
}

/** An evidence row with what is known of its file. */
export interface EvidenceRow {
  readonly id: number;
  readonly householdId: number;
  readonly regionCode: string;
  readonly category: string;
  readonly fileName: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly contentHash: string;
  readonly storageKey: string;
  readonly thumbnailKey: string;
}

const ROW_COLUMNS = ['document_id', 'created_at', 'updated_at', 'published_at'];
const DOCUMENT_ID_LENGTH = 24;

export const HOUSEHOLD_ROWS = tableRows<HouseholdRow>('households', [
  'id',
  'registryNumber',
  'source',
  'regionCode',
  'registryRegionCode',
  'memberCount',
  'povertyAttribute',
  'povertyCause',
  'povertyExited',
  'exitYear',
  'recognised',
  'remark',
  'departureReason',
  'version',
]);

export const MEMBER_ROWS = tableRows<MemberRow>('members', [
  'id',
  'householdId',
  'regionCode',
  'personNumber',
  'name',
  'isHead',
  'relationToHead',
  'gender',
  'ethnicity',
  'registryIdNumber',
  'registryPhone',
]);

export const RENOVATION_ROWS = tableRows<RenovationRow>('renovations', [
  'id',
  'regionCode',
  'archiveNumber',
  'headName',
  'idNumber',
  'members',
  'povertyType',
  'personCount',
  'originalAppraisalResult',
  'renovationMode',
  'modeNote',
  'constructionMode',
  'structure',
  'area',
  'planYear',
  'subsidyCentral',
  'subsidyProvince',
  'subsidyCity',
  'subsidyCounty',
  'subsidyTotal',
  'selfRaised',
  'startDate',
  'completionDate',
  'accepted',
  'acceptedBy',
]);

export const RELOCATION_ENTRY_ROWS = tableRows<RelocationEntryRow>('relocation_entries', [
  'id',
  'regionCode',
  'householdNumber',
  'personName',
  'idNumber',
  'resettlementMode',
  'resettlementSite',
  'project',
  'status',
  'startDate',
  'completionDate',
  'moveInDate',
]);

export const SAFEGUARD_ROWS = tableRows<SafeguardRow>('safeguards', [
  'id',
  'householdId',
  'regionCode',
  'source',
  'kind',
  'kindNote',
  'appraisalResult',
  'appraiser',
  'appraisalDate',
  'renovationId',
  'relocationEntryId',
  'originalAppraisalResult',
  'renovationMode',
  'constructionMode',
  'accepted',
  'archiveCompleted',
  'archiveIncomplete',
  'subsidyTotal',
  'relocationType',
  'startDate',
  'completionDate',
  'moveInDate',
  'notStarted',
  'notCompleted',
  'notMovedIn',
  'confirmedBy',
  'publicHousingType',
  'otherMeansType',
  'entryPerson',
  'entryDate',
  'townshipReviewer',
  'townshipReviewDate',
  'countyReviewer',
  'countyReviewDate',
  'reviewState',
]);

export const EVIDENCE_ROWS = tableRows<EvidenceRow>('evidences', [
  'id',
  'householdId',
  'regionCode',
  'category',
  'fileName',
  'mimeType',
  'sizeBytes',
  'width',
  'height',
  'contentHash',
  'storageKey',
  'thumbnailKey',
]);

/** The triggers that fill Strapi's own columns rest during a bulk load, so the rows bring them. */
function tableRows<Row extends Readonly<Record<keyof Row, CopyValue>> & { readonly id: number }>(
  table: BulkTable,
  fields: readonly (keyof Row & string)[],
): TableRows<Row> {
  return {
    table,
    columns: [...ROW_COLUMNS, ...fields.map(snakeCase)],
    values: (row, at) => [documentId(table, row.id), at, at, at, ...fields.map((field) => row[field])],
  };
}

function documentId(table: BulkTable, id: number): string {
  const tag = `demo${table.slice(0, 3)}`;
  return tag + id.toString(36).padStart(DOCUMENT_ID_LENGTH - tag.length, '0');
}

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
