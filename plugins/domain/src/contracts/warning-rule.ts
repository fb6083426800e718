import { z } from 'zod';
import { WARNING_KINDS } from '../vocabulary';
import { WARNED_PEOPLE, WARNING_SEVERITIES } from '../warnings/checks';
import { door } from './door';
import { oneOf, optionalText, versionNumber } from './field-shapes';

/** How one rule is set: whether it runs, how grave its warnings are, whose numbers count, which of its checks are off. */
export const warningRuleSetting = z.strictObject({
  kind: oneOf('预警规则', WARNING_KINDS),
  enabled: z.boolean({ error: '是否启用只能填是或否' }),
  severity: oneOf('严重程度', WARNING_SEVERITIES),
  people: oneOf('涉及人员', WARNED_PEOPLE),
  off: z.array(z.string(), { error: '停用的检查应为列表' }),
});
export type WarningRuleSetting = z.infer<typeof warningRuleSetting>;

/** When all rules run over the whole node by themselves: an hour of the night, China's time. */
export const fullRunSetting = z.strictObject({
  enabled: z.boolean({ error: '是否定时只能填是或否' }),
  hour: z.int({ error: '时刻应为 0 到 23 的整数' }).min(0, { error: '时刻应为 0 到 23 的整数' }).max(23, {
    error: '时刻应为 0 到 23 的整数',
  }),
});
export type FullRunSetting = z.infer<typeof fullRunSetting>;

/** The document of the rules: each kind once. */
export const warningRules = z.strictObject({
  $schema: z.string().optional(),
  rules: z.array(warningRuleSetting).length(WARNING_KINDS.length),
  fullRun: fullRunSetting,
});
export type WarningRules = z.infer<typeof warningRules>;

/** How many warnings would newly wait for somebody, and how many would wait no more, by county. */
export const warningRuleEffect = z.object({
  appear: z.int(),
  vanish: z.int(),
  counties: z.array(z.object({ regionCode: z.string(), regionName: z.string(), appear: z.int(), vanish: z.int() })),
  /** At most twenty, for those who also supervise; null for everybody else. */
  examples: z
    .array(
      z.object({
        appears: z.boolean(),
        householdId: z.int().nullable(),
        renovationId: z.int().nullable(),
        regionName: z.string(),
        message: z.string(),
      }),
    )
    .nullable(),
});
export type WarningRuleEffect = z.infer<typeof warningRuleEffect>;

export const warningRulesChange = z.strictObject({
  /** The document's as it was read. */
  version: versionNumber,
  rule: warningRuleSetting.optional(),
  fullRun: fullRunSetting.optional(),
  reason: optionalText('修改原因', 200),
});
export type WarningRulesChange = z.infer<typeof warningRulesChange>;

const standing = z.object({ version: z.int(), rules: z.array(warningRuleSetting), fullRun: fullRunSetting });
export type StandingWarningRules = z.infer<typeof standing>;

export const warningRulesDoor = door({
  id: 'options.warning-rule.find',
  method: 'GET',
  path: '/options/warning-rules',
  access: ['configure'],
  scope: 'open',
  summary: 'How the rules of the warnings are set',
  answer: standing,
});

export const warningRulePreviewDoor = door({
  id: 'options.warning-rule.preview',
  method: 'POST',
  path: '/options/warning-rules/preview',
  access: ['configure'],
  scope: 'open',
  summary: 'Count by county which warnings would appear and vanish if a rule were set so; nothing is changed',
  body: warningRuleSetting,
  answer: warningRuleEffect,
});

export const warningRuleChangeDoor = door({
  id: 'options.warning-rule.change',
  method: 'PUT',
  path: '/options/warning-rules',
  access: ['configure'],
  scope: 'open',
  summary: 'Publish how a rule is set, or when all rules run; the warnings follow at once',
  body: warningRulesChange,
  answer: standing,
});
