import { z } from 'zod';
import { EXPORT_FORMATS, EXPORT_STATES, IMPORT_STATES } from '../exchange';
import { oneOf } from './field-shapes';
import { householdFilter } from './household';

/** The text parts of an upload; the list itself is the part `file`. */
export const importUpload = z.strictObject({
  kind: z.enum(['household'], { error: '目前只能导入建档立卡贫困户名单（kind: household）' }),
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

/** How the file was understood. */
export const importFacts = z.object({
  /** The sheet that was read; null for CSV. */
  sheet: z.string().nullable(),
  /** Sheets of the workbook that were not read. */
  otherSheets: z.array(z.string()),
  /** Merged cells keep their text in the first cell only. */
  mergedCells: z.boolean(),
  /** Each title of the file with the column it was taken for; null: left out. */
  columns: z.array(z.object({ title: z.string(), takenFor: z.string().nullable() })),
  /** A workbook of errors that was corrected: it names a part of the list only, so nothing can vanish by it. */
  isCorrection: z.boolean(),
});
export type ImportFacts = z.infer<typeof importFacts>;

/** An import as a job: uploaded, tried without writing, confirmed, committed. */
export const importJob = z.object({
  id: z.int(),
  kind: z.enum(['household']),
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
  /** How many other imports come first. */
  ahead: z.int(),
  /** The committed import of the very same file, if there is one. */
  sameFileAs: z.object({ id: z.int(), committedAt: z.string() }).nullable(),
});
export type ImportJobDetail = z.infer<typeof importJobDetail>;

/** What is to be exported: the households that a list's conditions find. */
export const exportRequest = z.strictObject({
  resource: z.enum(['households'], { error: '目前只能导出住户名单（resource: households）' }),
  filter: householdFilter.default({}),
  format: oneOf('文件格式', EXPORT_FORMATS),
});
/** The request as a caller sends it. */
export type ExportRequestInput = z.input<typeof exportRequest>;
export type ExportRequest = z.output<typeof exportRequest>;

/** An export as a job of the person who asked for it. */
export const exportJob = z.object({
  id: z.int(),
  resource: z.enum(['households']),
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
