import {
  importCancelDoor,
  importCommitDoor,
  importDoor,
  importErrorsDoor,
  importListDoor,
  importMapDoor,
  importUndoDoor,
  importUploadDoor,
} from '@anju/domain/contracts';
import { BadInput, type DoorContext, parseDoor, sendList } from '@anju/kit';
import { sendFile } from '../services/file-answer';
import {
  commitImport,
  detailOf,
  existingImport,
  giveUpImport,
  listImports,
  mapImport,
  queueImport,
  undoCommitted,
} from '../services/imports';
import type { UploadContext } from '../services/uploaded-list';

/** Doors to the imports of lists. */
export const importController = () => ({
  async upload(ctx: DoorContext & UploadContext) {
    const { body } = parseDoor(importUploadDoor, ctx);
    if (!ctx.state.list) throw new BadInput({ file: '请选择名单文件' });
    ctx.body = await queueImport(body.kind, ctx.state.list);
  },

  async find(ctx: DoorContext) {
    const { query } = parseDoor(importListDoor, ctx);
    sendList(ctx, 'imports', await listImports(query));
  },

  async findOne(ctx: DoorContext) {
    const { params } = parseDoor(importDoor, ctx);
    ctx.body = await detailOf(params.id);
  },

  async map(ctx: DoorContext) {
    const { params, body } = parseDoor(importMapDoor, ctx);
    ctx.body = await mapImport(params.id, body);
  },

  async commit(ctx: DoorContext) {
    const { params } = parseDoor(importCommitDoor, ctx);
    ctx.body = await commitImport(params.id);
  },

  async cancel(ctx: DoorContext) {
    const { params } = parseDoor(importCancelDoor, ctx);
    ctx.body = await giveUpImport(params.id);
  },

  async undo(ctx: DoorContext) {
    const { params } = parseDoor(importUndoDoor, ctx);
    ctx.body = await undoCommitted(params.id);
  },

  async errors(ctx: DoorContext) {
    const { params } = parseDoor(importErrorsDoor, ctx);
    const { errors_key: key, file_name } = await existingImport(params.id);
    await sendFile(ctx, { key, fileName: `${file_name.replace(/\.[^.]*$/, '')}-错误.xlsx`, format: 'xlsx' });
  },
});
