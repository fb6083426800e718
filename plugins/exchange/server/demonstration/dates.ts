const DAY_MS = 86_400_000;
/** ISO dates by days since 1970: a demonstration asks for millions of dates out of some 60,000 days. */
const dates = new Map<number, string>();

/** The ISO date that lies `days` after `date`. */
export function addDays(date: string, days: number): string {
  return isoDate(dayNumber(date) + days);
}

/** The earlier of two ISO dates. */
export function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

/** Whole days from `from` to `to`. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The ISO date of a day of a year, counted from 0. */
export function dayOfYear(year: number, day: number): string {
  return isoDate(Date.UTC(year, 0, 1) / DAY_MS + day);
}

function dayNumber(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;
}

function isoDate(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}
