import { z } from 'zod';
import { door } from './door';
import { householdRecord } from './household-record';
import { listQuery } from './list-query';
import {
  reviewBatch,
  reviewBatchAnswer,
  reviewComparison,
  reviewDecision,
  reviewFilter,
  reviewParams,
  reviewReturn,
  reviewRow,
} from './review';

const REVIEWERS = ['reviewTownship', 'reviewCounty'] as const;

/** Fields by which a queue is ordered. */
export const REVIEW_SORT_FIELDS = ['regionCode'] as const;

export const reviewListDoor = door({
  id: 'registry.review.find',
  method: 'GET',
  path: '/registry/reviews',
  access: [...REVIEWERS, 'enter'],
  scope: 'region',
  summary: "A reviewer's queue in region order; for a clerk what was returned of their own entries",
  query: listQuery(reviewFilter, REVIEW_SORT_FIELDS),
  answer: z.array(reviewRow),
});

export const reviewCompareDoor = door({
  id: 'registry.review.compare',
  method: 'GET',
  path: '/registry/reviews/:householdId/changes',
  access: REVIEWERS,
  scope: 'region',
  summary: "What changed since the reviewer's level approved the household last",
  params: reviewParams,
  answer: reviewComparison,
});

export const reviewApproveDoor = door({
  id: 'registry.review.approve',
  method: 'POST',
  path: '/registry/reviews/:householdId/approve',
  access: REVIEWERS,
  scope: 'region',
  summary: 'Approve exactly the version that was seen',
  params: reviewParams,
  body: reviewDecision,
  answer: householdRecord,
});

export const reviewReturnDoor = door({
  id: 'registry.review.return',
  method: 'POST',
  path: '/registry/reviews/:householdId/return',
  access: REVIEWERS,
  scope: 'region',
  summary: 'Return a record with reasons bound to fields',
  params: reviewParams,
  body: reviewReturn,
  answer: householdRecord,
});

export const reviewTakeBackDoor = door({
  id: 'registry.review.takeBack',
  method: 'POST',
  path: '/registry/reviews/:householdId/take-back',
  access: REVIEWERS,
  scope: 'region',
  summary: "Take the level's approval back, until the next level has acted",
  params: reviewParams,
  body: reviewDecision,
  answer: householdRecord,
});

export const reviewBatchDoor = door({
  id: 'registry.review.batch',
  method: 'POST',
  path: '/registry/reviews/batch',
  access: REVIEWERS,
  scope: 'region',
  summary: 'Approve up to 1000 households of the queue that match; names what was left out and why',
  body: reviewBatch,
  answer: reviewBatchAnswer,
});
