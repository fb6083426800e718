import {
  reviewApproveDoor,
  reviewBatchDoor,
  reviewCompareDoor,
  reviewListDoor,
  reviewReturnDoor,
  reviewTakeBackDoor,
} from '@anju/domain/contracts';
import { type DoorContext, parseDoor, sendList } from '@anju/kit';
import { approveReview, returnReview, takeBackReview } from '../services/review';
import { approveBatch } from '../services/review-batch';
import { compareWithApproval } from '../services/review-comparison';
import { listReviews } from '../services/review-queue';

/** Doors of the review. */
export const reviewController = {
  async find(ctx: DoorContext) {
    const { query } = parseDoor(reviewListDoor, ctx);
    sendList(ctx, 'reviews', await listReviews(query));
  },

  async compare(ctx: DoorContext) {
    const { params } = parseDoor(reviewCompareDoor, ctx);
    ctx.body = await compareWithApproval(params.householdId);
  },

  async approve(ctx: DoorContext) {
    const { params, body } = parseDoor(reviewApproveDoor, ctx);
    ctx.body = await approveReview(params.householdId, body);
  },

  async return(ctx: DoorContext) {
    const { params, body } = parseDoor(reviewReturnDoor, ctx);
    ctx.body = await returnReview(params.householdId, body);
  },

  async takeBack(ctx: DoorContext) {
    const { params, body } = parseDoor(reviewTakeBackDoor, ctx);
    ctx.body = await takeBackReview(params.householdId, body);
  },

  async batch(ctx: DoorContext) {
    const { body } = parseDoor(reviewBatchDoor, ctx);
    ctx.body = await approveBatch(body);
  },
};
