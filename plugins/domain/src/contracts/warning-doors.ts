import { z } from 'zod';
import { SCOPED_DUTIES } from '../duties';
import { NEEDED_LISTS, WARNING_KINDS, WARNING_STATES } from '../vocabulary';
import { door } from './door';
import {
  calendarDate,
  oneOf,
  oneOrMany,
  optionalText,
  regionCode,
  requiredText,
  rowId,
  rowIdText,
} from './field-shapes';
import { listQuery } from './list-query';
import { warningRow } from './warning';

export const warningFilter = z.strictObject({
  kind: oneOrMany(oneOf('预警类型', WARNING_KINDS)).optional(),
  state: oneOrMany(oneOf('预警状态', WARNING_STATES)).optional(),
  regionCode: regionCode.optional(),
  householdId: rowId.optional(),
});
export type WarningConditions = z.input<typeof warningFilter>;
export type WarningFilter = z.output<typeof warningFilter>;

/** Fields by which the list of warnings is ordered. */
export const WARNING_SORT_FIELDS = ['id', 'regionCode', 'openedAt'] as const;

export const warningListDoor = door({
  id: 'warnings.warning.find',
  method: 'GET',
  path: '/warnings',
  access: SCOPED_DUTIES,
  scope: 'region',
  summary: 'Warnings by kind, state, region or household, in region order, numbers masked',
  query: listQuery(warningFilter, WARNING_SORT_FIELDS),
  answer: z.array(warningRow),
});

export const warningCountsAnswer = z.object({
  regionCode: z.string(),
  /** Households of which a warning waits for somebody. */
  unsettled: z.int(),
  counts: z.array(z.object({ kind: z.enum(WARNING_KINDS), state: z.enum(WARNING_STATES), count: z.int() })),
  rules: z.array(
    z.object({
      kind: z.enum(WARNING_KINDS),
      enabled: z.boolean(),
      /** Lists that no county, or not every county, of the region has: without them the rule, or a part of it, sleeps there. */
      sleeping: z.array(z.object({ list: z.enum(NEEDED_LISTS), counties: z.int(), ofCounties: z.int() })),
    }),
  ),
  /** The last full run over the node; null before the first. */
  lastScanAt: z.string().nullable(),
  /** The hour of the day at which all rules run by themselves, China's time; null when they do not. */
  fullRunHour: z.int().nullable(),
});
export type WarningCounts = z.infer<typeof warningCountsAnswer>;

export const warningCountsDoor = door({
  id: 'warnings.count.find',
  method: 'GET',
  path: '/warnings/counts',
  access: SCOPED_DUTIES,
  scope: 'region',
  summary: 'Warnings of a region counted by kind and state, and which rules sleep there',
  query: z.strictObject({ regionCode: regionCode.optional() }),
  answer: warningCountsAnswer,
});

const regionTally = z.object({
  /** Waiting to be mended: open, or refused as a special case. */
  waiting: z.int(),
  /** Special cases on their way. */
  special: z.int(),
  /** Mended, explained or accepted. */
  settled: z.int(),
  /** Percent of all that are settled; null where there was none. */
  closureRate: z.number().nullable(),
  /** Since when the one waits that waits longest. */
  waitingSince: z.string().nullable(),
});
export type RegionTally = z.infer<typeof regionTally>;

export const warningRegions = z.object({
  regionCode: z.string(),
  total: regionTally,
  rows: z.array(
    z.object({
      regionCode: z.string(),
      regionName: z.string(),
      /** What lies in the region itself and in no part of it. */
      unplaced: z.boolean(),
      ...regionTally.shape,
    }),
  ),
});
export type WarningRegions = z.infer<typeof warningRegions>;

export const warningRegionsDoor = door({
  id: 'warnings.count.regions',
  method: 'GET',
  path: '/warnings/regions',
  access: SCOPED_DUTIES,
  scope: 'region',
  summary:
    'Warnings of each part of a region: waiting, special cases, settled, closure rate, and since when the oldest waits',
  query: z.strictObject({
    regionCode: regionCode.optional(),
    kind: oneOf('预警类型', WARNING_KINDS).optional(),
  }),
  answer: warningRegions,
});

const params = z.strictObject({ id: rowIdText });
const explained = z.strictObject({ text: requiredText('说明', 500) });
export type WarningExplanationText = z.infer<typeof explained>;

export const warningDismissDoor = door({
  id: 'warnings.warning.dismiss',
  method: 'POST',
  path: '/warnings/:id/dismiss',
  access: ['enter'],
  scope: 'region',
  summary: 'Settle a warning about missing evidence, or about a photo, by an explanation',
  params,
  body: explained,
  answer: warningRow,
});

export const warningSpecialCaseDoor = door({
  id: 'warnings.warning.specialCase',
  method: 'POST',
  path: '/warnings/:id/special-case',
  access: ['enter', 'handleSpecialCases'],
  levels: ['county', 'township'],
  scope: 'region',
  summary: 'Explain a special case: a clerk proposes it, the county submits it',
  params,
  body: explained,
  answer: warningRow,
});

export const warningForwardDoor = door({
  id: 'warnings.warning.forward',
  method: 'POST',
  path: '/warnings/:id/forward',
  access: ['handleSpecialCases'],
  levels: ['province'],
  scope: 'region',
  summary: 'The province forwards a submitted special case',
  params,
  body: z.strictObject({ text: optionalText('说明', 500) }),
  answer: warningRow,
});

export const warningDecision = z.strictObject({
  decision: oneOf('处理结果', ['accepted', 'rejected', 'returned']),
  text: requiredText('处理意见', 500),
  decidedOn: calendarDate('批复日期').optional(),
  documentNumber: optionalText('文号', 100),
  authority: optionalText('批复单位', 100),
});
export type WarningDecision = z.infer<typeof warningDecision>;

export const warningDecideDoor = door({
  id: 'warnings.warning.decide',
  method: 'POST',
  path: '/warnings/:id/decide',
  access: ['handleSpecialCases'],
  scope: 'region',
  summary: 'The province records the reply to a special case; county, city and province may return one',
  params,
  body: warningDecision,
  answer: warningRow,
});

export const warningScanAnswer = z.object({
  /** Warnings that the run opened or brought up to date, and that it closed. */
  opened: z.int(),
  closed: z.int(),
  seconds: z.number(),
});
export type WarningScan = z.infer<typeof warningScanAnswer>;

export const warningScanDoor = door({
  id: 'warnings.scan.run',
  method: 'POST',
  path: '/warnings/scan',
  access: ['handleSpecialCases'],
  scope: 'region',
  summary: 'Run every rule over the whole node; journalled',
  answer: warningScanAnswer,
});
