import {
  relocationEntryListDoor,
  renovationCorrectDoor,
  renovationCreateDoor,
  renovationLinkDoor,
  renovationListDoor,
  renovationPhotoDoor,
  renovationRecordDoor,
  renovationUnlinkDoor,
} from '@anju/domain/contracts';
import { BadInput, type DoorContext, parseDoor, sendList } from '@anju/kit';
import { listRelocationEntries, listRenovations } from '../services/archive-list';
import { addArchivePhoto } from '../services/archive-photo';
import { evidenceStorage } from '../services/evidence-storage';
import { correctRenovation, enterRenovation } from '../services/renovation-correction';
import { linkArchive, unlinkArchive } from '../services/renovation-link';
import { openRenovation } from '../services/renovation-record';
import type { UploadContext } from '../services/uploaded-file';

/** Doors to the renovation archives. */
export const renovationController = {
  async find(ctx: DoorContext) {
    const { query } = parseDoor(renovationListDoor, ctx);
    sendList(ctx, 'renovations', await listRenovations(query));
  },

  async findOne(ctx: DoorContext) {
    const { params } = parseDoor(renovationRecordDoor, ctx);
    ctx.body = await openRenovation(params.id);
  },

  async create(ctx: DoorContext) {
    const { body } = parseDoor(renovationCreateDoor, ctx);
    ctx.body = await enterRenovation(body);
  },

  async correct(ctx: DoorContext) {
    const { params, body } = parseDoor(renovationCorrectDoor, ctx);
    ctx.body = await correctRenovation(params.id, body);
  },

  async link(ctx: DoorContext) {
    const { params, body } = parseDoor(renovationLinkDoor, ctx);
    ctx.body = await linkArchive(params.id, body);
  },

  async unlink(ctx: DoorContext) {
    const { params, body } = parseDoor(renovationUnlinkDoor, ctx);
    ctx.body = await unlinkArchive(params.id, body);
  },

  async addPhoto(ctx: DoorContext & UploadContext) {
    const { params, body } = parseDoor(renovationPhotoDoor, ctx);
    if (!ctx.state.evidence) throw new BadInput({ file: '请选择要上传的照片' });
    ctx.body = await addArchivePhoto(evidenceStorage(), params.id, body, ctx.state.evidence);
  },
};

/** The door to the relocation list, which nobody writes by hand. */
export const relocationEntryController = {
  async find(ctx: DoorContext) {
    const { query } = parseDoor(relocationEntryListDoor, ctx);
    sendList(ctx, 'relocation-entries', await listRelocationEntries(query));
  },
};
