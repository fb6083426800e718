import { z } from 'zod';
import { SCOPED_DUTIES } from '../duties';
import { door } from './door';
import { archivePhoto, archivePhotoUpload, LARGEST_PHOTO_BYTES } from './evidence';
import { rowIdText } from './field-shapes';
import { listQuery } from './list-query';
import {
  newRenovation,
  relocationEntryFilter,
  relocationEntryRow,
  renovationCorrection,
  renovationDetail,
  renovationFilter,
  renovationLink,
  renovationRow,
  renovationUnlink,
} from './renovation';

const params = z.strictObject({ id: rowIdText });

/** Fields by which the archives and the relocation list are ordered. */
export const ARCHIVE_SORT_FIELDS = ['regionCode'] as const;

export const renovationListDoor = door({
  id: 'registry.renovation.find',
  method: 'GET',
  path: '/registry/renovations',
  access: SCOPED_DUTIES,
  scope: 'region',
  summary:
    'Renovation archives by condition, in region order, numbers masked; the tab `incomplete` lists recognised renovations',
  query: listQuery(renovationFilter, ARCHIVE_SORT_FIELDS),
  answer: z.array(renovationRow),
});

export const renovationRecordDoor = door({
  id: 'registry.renovation.findOne',
  method: 'GET',
  path: '/registry/renovations/:id',
  access: SCOPED_DUTIES,
  scope: 'region',
  journalled: true,
  summary: 'One renovation archive; opening it is journalled',
  params,
  answer: renovationDetail,
});

export const renovationCreateDoor = door({
  id: 'registry.renovation.create',
  method: 'POST',
  path: '/registry/renovations',
  access: ['enter'],
  scope: 'region',
  summary: 'Enter a renovation archive',
  body: newRenovation,
  answer: renovationDetail,
});

export const renovationCorrectDoor = door({
  id: 'registry.renovation.correct',
  method: 'PUT',
  path: '/registry/renovations/:id',
  access: ['enter'],
  scope: 'region',
  summary:
    'Correct a renovation archive: only what is sent changes; the sum of the subsidies is computed from its parts',
  params,
  body: renovationCorrection,
  answer: renovationDetail,
});

export const renovationLinkDoor = door({
  id: 'registry.renovation.link',
  method: 'POST',
  path: '/registry/renovations/:id/link',
  access: ['enter'],
  scope: 'region',
  summary: 'Link an archive to a household by hand, with a reason',
  params,
  body: renovationLink,
  answer: renovationDetail,
});

export const renovationUnlinkDoor = door({
  id: 'registry.renovation.unlink',
  method: 'POST',
  path: '/registry/renovations/:id/unlink',
  access: ['enter'],
  scope: 'region',
  summary: 'Take an archive away from its household, with a reason; its number alone does not link it there again',
  params,
  body: renovationUnlink,
  answer: renovationDetail,
});

export const renovationPhotoDoor = door({
  id: 'registry.renovation.addPhoto',
  method: 'POST',
  path: '/registry/renovations/:id/photos',
  access: ['enter'],
  scope: 'region',
  summary:
    'Upload one photo of a renovation (multipart: file, category); the same file again answers what is there; turned, deleted and looked at by the doors of evidence',
  params,
  body: archivePhotoUpload,
  multipart: true,
  largestFile: LARGEST_PHOTO_BYTES,
  answer: archivePhoto,
});

export const relocationEntryListDoor = door({
  id: 'registry.relocation-entry.find',
  method: 'GET',
  path: '/registry/relocation-entries',
  access: SCOPED_DUTIES,
  scope: 'region',
  summary: "Entries of the Poverty Office's relocation list, of a household or of a region, numbers masked",
  query: listQuery(relocationEntryFilter, ARCHIVE_SORT_FIELDS),
  answer: z.array(relocationEntryRow),
});
