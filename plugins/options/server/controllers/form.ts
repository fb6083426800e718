import { formChangeDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor } from '@anju/kit';
import { forms } from '../services/form';
import { changeForm } from '../services/form-change';

/** Doors to the forms as configured. */
export const formController = {
  async find(ctx: DoorContext) {
    ctx.body = await forms();
  },

  async change(ctx: DoorContext) {
    ctx.body = await changeForm(parseDoor(formChangeDoor, ctx).body);
  },
};
