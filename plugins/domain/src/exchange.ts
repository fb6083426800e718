import type { Duty } from './duties';

/** What can be imported: the Poverty Office's two lists, the renovation archives, and filled-in workbooks of households to recognise. */
export const IMPORT_KINDS = ['household', 'relocation', 'renovation', 'recognition'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The duty that imports of a kind ask for. */
export const IMPORT_KIND_DUTIES = {
  household: 'importLists',
  relocation: 'importLists',
  renovation: 'importArchives',
  recognition: 'enter',
} as const satisfies Readonly<Record<ImportKind, Duty>>;

/**
 * How far an import has come: tried without writing (`checked`), and committed only when somebody says so. `unmapped` waits for its user
 * to say which column is which; a committed import may be undone as long as nobody has built on it.
 */
export const IMPORT_STATES = [
  'queued',
  'checking',
  'unmapped',
  'checked',
  'commitQueued',
  'committing',
  'committed',
  'undoQueued',
  'undoing',
  'undone',
  'cancelled',
  'failed',
  'expired',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What a list does to a row of the register. */
export const IMPORT_EFFECTS = ['new', 'changed', 'unchanged', 'vanished', 'refused'] as const;
export type ImportEffect = (typeof IMPORT_EFFECTS)[number];

/** States in which an import waits for the server or for its user. */
export const OPEN_IMPORT_STATES = ['queued', 'checking', 'unmapped', 'checked', 'commitQueued', 'committing'] as const;

export const EXPORT_STATES = ['queued', 'running', 'done', 'failed', 'expired'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What can be written to a file: the lists as they stand on the screens, and the workbook by which households are recognised. */
export const EXPORT_RESOURCES = ['households', 'recognition', 'renovations', 'relocationEntries', 'warnings'] as const;
export type ExportResource = (typeof EXPORT_RESOURCES)[number];

/** The duty that an export asks for. */
export const EXPORT_DUTIES = {
  households: 'export',
  recognition: 'enter',
  renovations: 'export',
  relocationEntries: 'export',
  warnings: 'export',
} as const satisfies Readonly<Record<ExportResource, Duty>>;

/** Households of one workbook of recognition: a village has some hundreds. */
export const MOST_RECOGNITIONS = 10_000;

/** The largest list file that is taken, in bytes: 7 million persons in CSV are about 1.1 GB. */
export const LARGEST_LIST_BYTES = 2 * 1024 ** 3;
