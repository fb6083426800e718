import type { FormField } from '@anju/domain/contracts';
import type { FieldValue } from './field-text';

type Values = Readonly<Record<string, FieldValue>>;

/** The tick (尚未开工 and its like) that stands in for this date or implies this tick: its own or that of an earlier step. */
export function tickInForce(field: FormField, fields: readonly FormField[], values: Values): FormField | undefined {
  const ticks = fields.filter(({ insteadOf }) => insteadOf !== undefined);
  const own = ticks.findIndex((tick) => tick.insteadOf === field.name || tick.name === field.name);
  return ticks.slice(0, own + 1).find((tick) => values[tick.name] === true);
}

/** The tick beside a date. */
export function tickOf(date: FormField, fields: readonly FormField[]): FormField | undefined {
  return fields.find(({ insteadOf }) => insteadOf === date.name);
}
