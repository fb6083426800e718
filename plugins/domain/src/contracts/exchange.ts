import { z } from 'zod';
import {
  EXPORT_FORMATS,
  EXPORT_RESOURCES,
  EXPORT_STATES,
  IMPORT_EFFECTS,
  IMPORT_KINDS,
  IMPORT_STATES,
} from '../exchange';
import { oneOf, requiredText } from './field-shapes';
import { householdFilter } from './household';
import { relocationEntryFilter, renovationFilter } from './renovation';
import { warningFilter } from './warning-doors';

/** The text parts of an upload; the list itself is the part `file`. */
export const importUpload = z.strictObject({
  kind: oneOf('名单种类', IMPORT_KINDS),
});

const importCounts = z.object({
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** On the register and no longer on the list: flagged, never deleted. */
  vanished: z.int(),
  /** Left out because of a wrong row; the register keeps what it has. */
  refused: z.int(),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** What is wrong with one row of the list. */
export const importRowError = z.object({
  /** The row as the user sees it: the first row of the file is 1. */
  row: z.int(),
  field: z.string(),
  message: z.string(),
});
export type ImportRowError = z.infer<typeof importRowError>;

/** A row of the list, or of the register, as an example of what the list does. */
export const importExample = z.object({
  effect: z.enum(IMPORT_EFFECTS),
  /** The row of the file; null for what only the register has. */
  row: z.int().nullable(),
  name: z.string(),
  /** What changes, or where it is. */
  detail: z.string().nullable(),
});
export type ImportExample = z.infer<typeof importExample>;

/** How the file was understood. */
export const importFacts = z.object({
  /** The sheet that was read; null for CSV. */
  sheet: z.string().nullable(),
  /** Sheets of the workbook that were not read. */
  otherSheets: z.array(z.string()),
  /** Merged cells keep their text in the first cell only. */
  mergedCells: z.boolean(),
  /** Cells hold formulas: what they came to when the workbook was saved was taken. */
  formulas: z.boolean().optional(),
  /** Each title of the file with the column it was taken for; null: left out. */
  columns: z.array(z.object({ title: z.string(), takenFor: z.string().nullable() })),
  /** A workbook of errors that was corrected: it names a part of the list only, so nothing can vanish by it. */
  isCorrection: z.boolean(),
  /** What the list must say and no column says, in words. */
  missing: z.array(z.string()).optional(),
  /** Every column that the kind knows, for its user to choose from. */
  known: z.array(z.object({ column: z.string(), title: z.string() })).optional(),
});
export type ImportFacts = z.infer<typeof importFacts>;

/** What the user takes the file's columns for: a title of the file, and a column of the kind or null to leave it out. */
export const importMapping = z.strictObject({
  columns: z
    .array(
      z.strictObject({
        title: requiredText('表头', 200),
        column: requiredText('列', 50).nullable(),
      }),
      { error: '请指定各列' },
    )
    .max(300, { error: '列数过多' }),
});
export type ImportMapping = z.infer<typeof importMapping>;

/** An import as a job: uploaded, tried without writing, confirmed, committed. */
export const importJob = z.object({
  id: z.int(),
  kind: z.enum(IMPORT_KINDS),
  fileName: z.string(),
  fileSize: z.int().nullable(),
  regionCode: z.string(),
  state: z.enum(IMPORT_STATES),
  /** What is being done now, in words. */
  phase: z.string().nullable(),
  /** 0–100 of the run that is under way. */
  percent: z.int(),
  rows: z.int().nullable(),
  errorCount: z.int().nullable(),
  households: importCounts.nullable(),
  persons: importCounts.nullable(),
  /** Of a kind whose rows each stand for themselves. */
  entries: importCounts.nullable(),
  /** Values that a person corrected in the app, which the list says otherwise and does not overwrite. */
  kept: z.int().nullable(),
  /** Whether it may still be taken back, as far as time goes. */
  undoUntil: z.string().nullable(),
  /** Why it stopped, or what else the user must know. */
  message: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  /** When file and workbook of errors are removed; the entry in the history stays. */
  expiresAt: z.string().nullable(),
  hasErrorWorkbook: z.boolean(),
});
export type ImportJob = z.infer<typeof importJob>;

/** An import with how its file was understood and the first of its row errors. */
export const importJobDetail = z.object({
  ...importJob.shape,
  facts: importFacts.nullable(),
  errors: z.array(importRowError),
  /** Some of what a commit does, by effect; none before the dry run has ended. */
  examples: z.array(importExample),
  /** How many other imports come first. */
  ahead: z.int(),
  /** The committed import of the very same file, if there is one. */
  sameFileAs: z.object({ id: z.int(), committedAt: z.string() }).nullable(),
});
export type ImportJobDetail = z.infer<typeof importJobDetail>;

const format = oneOf('文件格式', EXPORT_FORMATS);

/** What is to be exported: what a list's conditions find; `recognition`: the unrecognised of them, as a workbook to fill in. */
export const exportRequest = z.discriminatedUnion(
  'resource',
  [
    z.strictObject({ resource: z.literal('households'), filter: householdFilter.default({}), format }),
    z.strictObject({
      resource: z.literal('recognition'),
      filter: householdFilter.default({}),
      format: z.literal('xlsx', { error: '认定信息表只能导出为 XLSX' }),
    }),
    z.strictObject({ resource: z.literal('renovations'), filter: renovationFilter.default({}), format }),
    z.strictObject({ resource: z.literal('relocationEntries'), filter: relocationEntryFilter.default({}), format }),
    z.strictObject({ resource: z.literal('warnings'), filter: warningFilter.default({}), format }),
  ],
  { error: '没有这种导出' },
);
/** The request as a caller sends it. */
export type ExportRequestInput = z.input<typeof exportRequest>;
export type ExportRequest = z.output<typeof exportRequest>;

/** An export as a job of the person who asked for it. */
export const exportJob = z.object({
  id: z.int(),
  resource: z.enum(EXPORT_RESOURCES),
  format: z.enum(EXPORT_FORMATS),
  state: z.enum(EXPORT_STATES),
  /** Whether numbers and phones stand in full. */
  unmasked: z.boolean(),
  rowsDone: z.int(),
  /** How many households were found when it was asked for; null when they are too many to count at once. */
  rowsTotal: z.int().nullable(),
  fileName: z.string().nullable(),
  fileSize: z.int().nullable(),
  message: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
});
export type ExportJob = z.infer<typeof exportJob>;
