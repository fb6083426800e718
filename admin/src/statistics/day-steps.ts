import type { ProgressDay } from '@anju/domain/contracts';

/** The paths of a step line of shares and of the area below it; each day keeps its share until the next one that is given. */
export function daySteps(
  days: readonly ProgressDay[],
  width: number,
  height: number,
): { readonly line: string; readonly area: string } {
  const [first, last] = [time(days[0]), time(days.at(-1))];
  const x = (day: ProgressDay) => round(((time(day) - first) / Math.max(last - first, 1)) * width);
  const y = (day: ProgressDay) => round(height - (day.total === 0 ? 0 : (day.recognised / day.total) * height));
  const line = days.map((day, index) => (index === 0 ? `M${x(day)} ${y(day)}` : `H${x(day)}V${y(day)}`)).join('');
  return { line, area: `${line}H${width}V${height}H0Z` };
}

function time(day: ProgressDay | undefined): number {
  return day ? Date.parse(day.day) : 0;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
