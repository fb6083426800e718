import { z } from 'zod';
import { door } from './door';
import { listQuery } from './list-query';
import {
  reviewSample,
  sampleItemParams,
  sampleParams,
  sampleRequest,
  sampleRow,
  sampleSignature,
  sampleVerdict,
} from './review-sample';

const REVIEWERS = ['reviewTownship', 'reviewCounty'] as const;

export const sampleListDoor = door({
  id: 'registry.review-sample.find',
  method: 'GET',
  path: '/registry/review-samples',
  access: REVIEWERS,
  scope: 'region',
  summary: 'Samples drawn in the region, newest first',
  query: listQuery(z.strictObject({}), ['id']),
  answer: z.array(sampleRow),
});

export const sampleDrawDoor = door({
  id: 'registry.review-sample.draw',
  method: 'POST',
  path: '/registry/review-samples',
  access: REVIEWERS,
  scope: 'region',
  summary: 'Draw a share of a queue by a seed that is kept, so that the draw can be repeated',
  body: sampleRequest,
  answer: reviewSample,
});

export const sampleDoor = door({
  id: 'registry.review-sample.findOne',
  method: 'GET',
  path: '/registry/review-samples/:id',
  access: REVIEWERS,
  scope: 'region',
  summary: 'A sample with its households, drawn anew and compared; once signed, its report',
  params: sampleParams,
  answer: reviewSample,
});

export const sampleJudgeDoor = door({
  id: 'registry.review-sample.judge',
  method: 'PUT',
  path: '/registry/review-samples/:id/households/:householdId',
  access: REVIEWERS,
  scope: 'region',
  summary: 'Note what was found of a household of the own sample, until it is signed',
  params: sampleItemParams,
  body: sampleVerdict,
  answer: reviewSample,
});

export const sampleSignDoor = door({
  id: 'registry.review-sample.sign',
  method: 'POST',
  path: '/registry/review-samples/:id/sign',
  access: REVIEWERS,
  scope: 'region',
  summary: 'Sign the report of the own sample when every household is judged; nothing of it changes afterwards',
  params: sampleParams,
  body: sampleSignature,
  answer: reviewSample,
});
