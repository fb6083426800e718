import { warningRuleChangeDoor, warningRulePreviewDoor, warningRulesDoor } from '@anju/domain/contracts';
import { type DoorContext, parseDoor } from '@anju/kit';
import { changeWarningRules, previewWarningRule, warningRulesInForce } from '../services/warning-rule-change';

/** Doors to how the rules of the warnings are set. */
export const warningRuleController = {
  async find(ctx: DoorContext) {
    parseDoor(warningRulesDoor, ctx);
    ctx.body = await warningRulesInForce();
  },

  async preview(ctx: DoorContext) {
    ctx.body = await previewWarningRule(parseDoor(warningRulePreviewDoor, ctx).body);
  },

  async change(ctx: DoorContext) {
    ctx.body = await changeWarningRules(parseDoor(warningRuleChangeDoor, ctx).body);
  },
};
