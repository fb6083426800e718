import { regionChangeDoor, regionChangesDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor, requestActor, requestDb, sendList } from '@anju/kit';
import { regionChangeRows } from '../queries/region-changes';
import { changeRegion } from '../services/region-change';

/** Doors to the changes of the administrative regions. */
export const regionChangeController = {
  async find(ctx: DoorContext) {
    const { query } = parseDoor(regionChangesDoor, ctx);
    const [from, to] = query.range ?? [0, 24];
    const own = requestActor().regionCode ?? '-';
    const found = await regionChangeRows(requestDb(), {
      own,
      kind: query.filter?.kind ?? null,
      from,
      size: to - from + 1,
    });
    sendList(ctx, 'region-changes', { ...found, from });
  },

  async make(ctx: DoorContext) {
    ctx.body = await changeRegion(parseDoor(regionChangeDoor, ctx).body);
  },
};
