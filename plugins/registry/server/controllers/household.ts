import {
  householdCorrectDoor,
  householdCreateDoor,
  householdHistoryDoor,
  householdListDoor,
  householdLookupDoor,
  householdNextDoor,
  householdRecordDoor,
  householdRevealDoor,
  householdStandingDoor,
} from '@anju/domain/contracts';
import { type DoorContext, parseDoor, sendList } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { correctRecord } from '../services/correction';
import { readHistory } from '../services/household-history';
import { listHouseholds } from '../services/household-list';
import { openHousehold } from '../services/household-record';
import { lookUpNumbers } from '../services/lookup';
import { findNextHousehold } from '../services/next-household';
import { addOffListHousehold } from '../services/off-list';
import { revealValue } from '../services/reveal';
import { findStanding } from '../services/standing';

/** Doors to the households of the register. */
export const householdController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: DoorContext) {
    const { query } = parseDoor(householdListDoor, ctx);
    sendList(ctx, 'households', await listHouseholds(strapi, query));
  },

  async findOne(ctx: DoorContext) {
    const { params } = parseDoor(householdRecordDoor, ctx);
    ctx.body = await openHousehold(params.id);
  },

  async history(ctx: DoorContext) {
    const { params, query } = parseDoor(householdHistoryDoor, ctx);
    ctx.body = await readHistory(params.id, query.before);
  },

  async create(ctx: DoorContext) {
    const { body } = parseDoor(householdCreateDoor, ctx);
    ctx.body = await addOffListHousehold(body);
  },

  async standing(ctx: DoorContext) {
    const { body } = parseDoor(householdStandingDoor, ctx);
    ctx.body = await findStanding(body.idNumber);
  },

  async correct(ctx: DoorContext) {
    const { params, body } = parseDoor(householdCorrectDoor, ctx);
    ctx.body = await correctRecord(params.id, body);
  },

  async reveal(ctx: DoorContext) {
    const { params, body } = parseDoor(householdRevealDoor, ctx);
    ctx.body = await revealValue(params.id, body);
  },

  async lookup(ctx: DoorContext) {
    const { body } = parseDoor(householdLookupDoor, ctx);
    ctx.body = await lookUpNumbers(body.idNumbers);
  },

  async next(ctx: DoorContext) {
    const { body } = parseDoor(householdNextDoor, ctx);
    ctx.body = await findNextHousehold(body);
  },
});
