import type { DoorContext } from '@anju/kit';
import { forms } from '../services/form';

/** Doors to the forms as configured. */
export const formController = {
  find(ctx: DoorContext) {
    ctx.body = forms();
  },
};
