import {
  userBatchDoor,
  userCreateDoor,
  userDisableDoor,
  userDoor,
  userEnableDoor,
  userHandOverDoor,
  userListDoor,
  userResetDoor,
  userSignOutDoor,
  userUnlockDoor,
  userUpdateDoor,
} from '@anju/domain/contracts';
import { BadInput, type DoorContext, parseDoor, sendDownload, sendList, XLSX_TYPE } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import type { ScopedContext } from '../services/scope-hook';
import { createUsers } from '../services/user-batch';
import { grantableRoles } from '../services/user-grant';
import { changeUser, createUser, listUsers, proposeUsers, readUser } from '../services/user-ledger';
import { userTemplate } from '../services/user-workbook';
import { disableUser, enableUser, handOver, resetUser, signOutUser, unlockUser } from '../services/user-steps';

/** Doors of the user ledger. */
export const userController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: DoorContext) {
    const { query } = parseDoor(userListDoor, ctx);
    sendList(ctx, 'users', await listUsers(query));
  },

  async findOne(ctx: DoorContext) {
    const { params } = parseDoor(userDoor, ctx);
    ctx.body = await readUser(params.id);
  },

  async create(ctx: DoorContext) {
    const { body } = parseDoor(userCreateDoor, ctx);
    ctx.body = await createUser(strapi, body);
  },

  async createBatch(ctx: DoorContext) {
    const { body } = parseDoor(userBatchDoor, ctx);
    ctx.body = await createUsers(strapi, body.users);
  },

  async template(ctx: DoorContext) {
    sendDownload(ctx, { fileName: '新增用户.xlsx', type: XLSX_TYPE, content: await userTemplate() });
  },

  readWorkbook(ctx: DoorContext & ScopedContext) {
    if (!ctx.state.newUsers) throw new BadInput({ file: '请选择文件' });
    ctx.body = { rows: ctx.state.newUsers };
  },

  async update(ctx: DoorContext) {
    const { params, body } = parseDoor(userUpdateDoor, ctx);
    ctx.body = await changeUser(params.id, body);
  },

  async disable(ctx: DoorContext) {
    const { params } = parseDoor(userDisableDoor, ctx);
    ctx.body = await disableUser(params.id);
  },

  async enable(ctx: DoorContext) {
    const { params } = parseDoor(userEnableDoor, ctx);
    ctx.body = await enableUser(params.id);
  },

  async reset(ctx: DoorContext) {
    const { params } = parseDoor(userResetDoor, ctx);
    ctx.body = await resetUser(strapi, params.id);
  },

  async unlock(ctx: DoorContext) {
    const { params } = parseDoor(userUnlockDoor, ctx);
    ctx.body = await unlockUser(params.id);
  },

  async signOut(ctx: DoorContext) {
    const { params } = parseDoor(userSignOutDoor, ctx);
    ctx.body = await signOutUser(params.id);
  },

  async handOver(ctx: DoorContext) {
    const { params, body } = parseDoor(userHandOverDoor, ctx);
    ctx.body = await handOver(params.id, body.to);
  },

  roles(ctx: DoorContext) {
    ctx.body = grantableRoles();
  },

  async proposals(ctx: DoorContext) {
    ctx.body = await proposeUsers();
  },
});
