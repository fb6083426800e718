import { z } from 'zod';
import { EXPORT_DUTIES, IMPORT_KIND_DUTIES, LARGEST_LIST_BYTES } from '../exchange';
import { door } from './door';
import { exportJob, exportRequest, importJob, importJobDetail, importMapping, importUpload } from './exchange';
import { rowIdText } from './field-shapes';
import { listQuery } from './list-query';

/** Each kind of list asks for a duty of its own beside the door's. */
const IMPORTERS = [...new Set(Object.values(IMPORT_KIND_DUTIES))];

/** Each resource asks for a duty of its own beside the door's. */
const EXPORTERS = [...new Set(Object.values(EXPORT_DUTIES))];

const params = z.strictObject({ id: rowIdText });
const historyQuery = listQuery(z.strictObject({}), ['id']);

export const importUploadDoor = door({
  id: 'exchange.import.upload',
  method: 'POST',
  path: '/exchange/imports',
  access: IMPORTERS,
  scope: 'region',
  summary: 'Upload a list (multipart: file, kind); a job tries it without writing anything',
  body: importUpload,
  multipart: true,
  largestFile: LARGEST_LIST_BYTES,
  answer: importJobDetail,
});

export const importListDoor = door({
  id: 'exchange.import.find',
  method: 'GET',
  path: '/exchange/imports',
  access: IMPORTERS,
  scope: 'region',
  summary: 'The imports of the region, newest first',
  query: historyQuery,
  answer: z.array(importJob),
});

export const importDoor = door({
  id: 'exchange.import.findOne',
  method: 'GET',
  path: '/exchange/imports/:id',
  access: IMPORTERS,
  scope: 'region',
  summary: 'One import: state, progress, counts, how its file was understood, the first row errors',
  params,
  answer: importJobDetail,
});

export const importMapDoor = door({
  id: 'exchange.import.map',
  method: 'POST',
  path: '/exchange/imports/:id/mapping',
  access: IMPORTERS,
  scope: 'region',
  summary:
    "Say what the file's columns are and have the list tried anew; later lists of the region are read by it, too",
  params,
  body: importMapping,
  answer: importJobDetail,
});

export const importCommitDoor = door({
  id: 'exchange.import.commit',
  method: 'POST',
  path: '/exchange/imports/:id/commit',
  access: IMPORTERS,
  scope: 'region',
  summary: 'Have a tried list written into the register: all of it in one transaction, or nothing',
  params,
  answer: importJobDetail,
});

export const importCancelDoor = door({
  id: 'exchange.import.cancel',
  method: 'POST',
  path: '/exchange/imports/:id/cancel',
  access: IMPORTERS,
  scope: 'region',
  summary: 'Give up an import that is not yet committed, whatever it is doing',
  params,
  answer: importJobDetail,
});

export const importUndoDoor = door({
  id: 'exchange.import.undo',
  method: 'POST',
  path: '/exchange/imports/:id/undo',
  access: IMPORTERS,
  scope: 'region',
  summary: 'Have a committed import taken back: all of it, or nothing when somebody has built on it',
  params,
  answer: importJobDetail,
});

export const importErrorsDoor = door({
  id: 'exchange.import.errors',
  method: 'GET',
  path: '/exchange/imports/:id/errors',
  access: IMPORTERS,
  scope: 'region',
  summary: 'A workbook (XLSX) of the refused households with what is wrong, to correct and import again',
  params,
});

export const exportRequestDoor = door({
  id: 'exchange.export.request',
  method: 'POST',
  path: '/exchange/exports',
  access: EXPORTERS,
  scope: 'region',
  summary:
    "Have what a list's conditions find written to a file, or its unrecognised households as a workbook to fill in; journalled",
  body: exportRequest,
  answer: exportJob,
});

export const exportListDoor = door({
  id: 'exchange.export.find',
  method: 'GET',
  path: '/exchange/exports',
  access: EXPORTERS,
  scope: 'region',
  summary: "The caller's own exports, newest first",
  query: historyQuery,
  answer: z.array(exportJob),
});

export const exportDoor = door({
  id: 'exchange.export.findOne',
  method: 'GET',
  path: '/exchange/exports/:id',
  access: EXPORTERS,
  scope: 'region',
  summary: "One of the caller's own exports, with its progress",
  params,
  answer: exportJob,
});

export const exportFileDoor = door({
  id: 'exchange.export.file',
  method: 'GET',
  path: '/exchange/exports/:id/file',
  access: EXPORTERS,
  scope: 'region',
  summary: "The file of one of the caller's own exports, until it expires",
  params,
});
