/** How far an import has come: tried without writing (`checked`), and committed only when somebody says so. */
export const IMPORT_STATES = [
  'queued',
  'checking',
  'checked',
  'commitQueued',
  'committing',
  'committed',
  'cancelled',
  'failed',
  'expired',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** States in which an import waits for the server or for its user. */
export const OPEN_IMPORT_STATES = ['queued', 'checking', 'checked', 'commitQueued', 'committing'] as const;

export const EXPORT_STATES = ['queued', 'running', 'done', 'failed', 'expired'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The largest list file that is taken, in bytes: 7 million persons in CSV are about 1.1 GB. */
export const LARGEST_LIST_BYTES = 2 * 1024 ** 3;
