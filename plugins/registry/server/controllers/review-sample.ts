import { sampleDoor, sampleDrawDoor, sampleJudgeDoor, sampleListDoor, sampleSignDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor, sendList } from '@anju/kit';
import { drawReviewSample, judgeSample, listSamples, readSample, signSample } from '../services/review-sample';

/** Doors of the samples drawn for a check. */
export const reviewSampleController = {
  async find(ctx: DoorContext) {
    const { query } = parseDoor(sampleListDoor, ctx);
    sendList(ctx, 'review-samples', await listSamples(query.range));
  },

  async draw(ctx: DoorContext) {
    const { body } = parseDoor(sampleDrawDoor, ctx);
    ctx.body = await drawReviewSample(body);
  },

  async findOne(ctx: DoorContext) {
    const { params } = parseDoor(sampleDoor, ctx);
    ctx.body = await readSample(params.id);
  },

  async judge(ctx: DoorContext) {
    const { params, body } = parseDoor(sampleJudgeDoor, ctx);
    ctx.body = await judgeSample(params.id, params.householdId, body);
  },

  async sign(ctx: DoorContext) {
    const { params, body } = parseDoor(sampleSignDoor, ctx);
    ctx.body = await signSample(params.id, body);
  },
};
