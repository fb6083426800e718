import type { BulkTable } from '../queries/bulk-load';
import { copyLines } from '../queries/copy-rows';
import { describeEvidence } from './evidence-files';
import type { EvidencePlan, HouseholdBundle } from './rows';
import {
  EVIDENCE_ROWS,
  type EvidenceRow,
  HOUSEHOLD_ROWS,
  MEMBER_ROWS,
  RELOCATION_ENTRY_ROWS,
  RENOVATION_ROWS,
  SAFEGUARD_ROWS,
  type TableRows,
} from './table-rows';
import { DEMONSTRATION_TODAY } from './generate';

/** Rows of one table in COPY's text form. */
export interface TableText {
  readonly table: BulkTable;
  readonly columns: readonly string[];
  readonly text: Uint8Array;
}

/** Households ready for COPY, parents first; pictures that are still to be drawn stand as plans. */
export interface LoadBatch {
  readonly households: number;
  readonly tables: readonly TableText[];
  readonly plans: readonly EvidencePlan[];
}

const WRITTEN_AT = `${DEMONSTRATION_TODAY}T08:00:00Z`;

/** The batch of some households; `drawn` says whether their pictures will be drawn or are only described. */
export function loadBatchOf(bundles: readonly HouseholdBundle[], drawn: boolean): LoadBatch {
  const plans = bundles.flatMap(({ evidences }) => evidences);
  const tables = [
    tableText(
      HOUSEHOLD_ROWS,
      bundles.map(({ household }) => household),
    ),
    tableText(
      MEMBER_ROWS,
      bundles.flatMap(({ members }) => members),
    ),
    tableText(
      RENOVATION_ROWS,
      bundles.flatMap(({ renovations }) => renovations),
    ),
    tableText(
      RELOCATION_ENTRY_ROWS,
      bundles.flatMap(({ relocationEntry }) => relocationEntry ?? []),
    ),
    tableText(
      SAFEGUARD_ROWS,
      bundles.flatMap(({ safeguard }) => safeguard ?? []),
    ),
  ];
  const households = bundles.length;
  if (drawn) return { households, tables, plans };
  return { households, tables: [...tables, evidenceText(describeEvidence(plans))], plans: [] };
}

/** Evidence whose files are known. */
export function evidenceText(rows: readonly EvidenceRow[]): TableText {
  return tableText(EVIDENCE_ROWS, rows);
}

function tableText<Row extends { readonly id: number }>(table: TableRows<Row>, rows: readonly Row[]): TableText {
  const text = new TextEncoder().encode(copyLines(rows.map((row) => table.values(row, WRITTEN_AT))));
  return { table: table.table, columns: table.columns, text };
}
