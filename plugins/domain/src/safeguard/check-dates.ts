import type { FormField } from '../contracts/forms';
import { type FormValues, isFilled } from './form';

/** Dates that follow one another; a missing one is passed over. */
const SEQUENCES = [
  ['startDate', 'completionDate', 'moveInDate'],
  ['entryDate', 'townshipReviewDate', 'countyReviewDate'],
] as const;

/** Problems between dates: their order, and ticks like 尚未竣工 beside a date that says otherwise. */
export function checkDates(fields: readonly FormField[], values: FormValues): Readonly<Record<string, string>> {
  const messages: Record<string, string> = {};
  for (const sequence of SEQUENCES) {
    const dates = sequence.flatMap((name) => fields.find((field) => field.name === name) ?? []);
    Object.assign(messages, checkOrder(dates, values));
  }
  return { ...messages, ...checkTicks(fields, values) };
}

function checkOrder(dates: readonly FormField[], values: FormValues): Record<string, string> {
  const messages: Record<string, string> = {};
  let latest: FormField | undefined;
  for (const date of dates) {
    if (!isFilled(values[date.name])) continue;
    if (latest && String(values[date.name]) < String(values[latest.name]))
      messages[date.name] = `${date.label}不能早于${latest.label}`;
    else latest = date;
  }
  return messages;
}

/** Once a step is ticked as not done, neither its own date nor that of a later step can stand. */
function checkTicks(fields: readonly FormField[], values: FormValues): Record<string, string> {
  const messages: Record<string, string> = {};
  const ticks = fields.filter((field) => field.insteadOf !== undefined);
  const firstTicked = ticks.findIndex((tick) => values[tick.name] === true);
  if (firstTicked === -1) return messages;
  const reason = ticks[firstTicked];
  for (const { insteadOf } of ticks.slice(firstTicked)) {
    const date = fields.find((field) => field.name === insteadOf);
    if (date && reason && isFilled(values[date.name]))
      messages[date.name] = `已勾选“${reason.label}”，不能填写${date.label}`;
  }
  return messages;
}
