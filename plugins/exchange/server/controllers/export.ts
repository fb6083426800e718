import { exportDoor, exportFileDoor, exportListDoor, exportRequestDoor } from '@anju/domain/contracts';
import { type DoorContext, NotFound, parseDoor, sendList } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { existingExport, listExports, requestExport, toExportJob } from '../services/exports';
import { sendFile } from '../services/file-answer';

/** Doors to the exports of lists. */
export const exportController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async request(ctx: DoorContext) {
    const { body } = parseDoor(exportRequestDoor, ctx);
    ctx.body = await requestExport(strapi, body);
  },

  async find(ctx: DoorContext) {
    const { query } = parseDoor(exportListDoor, ctx);
    sendList(ctx, 'exports', await listExports(query));
  },

  async findOne(ctx: DoorContext) {
    const { params } = parseDoor(exportDoor, ctx);
    ctx.body = toExportJob(await existingExport(params.id));
  },

  async file(ctx: DoorContext) {
    const { params } = parseDoor(exportFileDoor, ctx);
    const { state, storage_key: key, file_name, format } = await existingExport(params.id);
    if (state !== 'done') throw new NotFound('导出尚未完成，或文件已过期删除');
    await sendFile(ctx, { key, fileName: file_name ?? `导出.${format}`, format });
  },
});
