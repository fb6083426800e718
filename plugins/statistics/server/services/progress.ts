import { tableCells, tableMetrics } from '@anju/domain';
import type { ProgressDay, ProgressRow, RegionProgress } from '@anju/domain/contracts';
import { NotFound, registerToday, requestDb } from '@anju/kit';
import { changedDays, progressDays, type RegionDays } from '../queries/progress-days';
import { type CountedRegion, regionCounts } from '../queries/region-counts';
import { askedRegion } from './region';

const DAY_MS = 86_400_000;
const DAYS_SHOWN = 365;

/**
 * How the recognition of a region and of those below it went on lately, and day by day: from the counts kept each day and
 * those of now. Throws NotFound for a region outside the caller's.
 */
export async function readProgress(asked: string | undefined): Promise<RegionProgress> {
  const region = askedRegion(asked);
  const today = registerToday();
  const weekAgo = dayBefore(today, 7);
  const counted = await regionCounts(requestDb(), region, ['registry'], tableMetrics('T2'));
  const own = counted.find(({ code }) => code === region);
  if (!own) throw new NotFound();
  const kept = new Map((await progressDays(requestDb(), region, weekAgo)).map((days) => [days.code, days]));
  const since = kept.get(region)?.since ?? null;
  const rowOf = (entry: CountedRegion) => progressRow(entry, kept.get(entry.code), { today, weekAgo, since });
  return {
    region,
    since,
    total: rowOf(own),
    rows: counted.filter((entry) => entry !== own).map(rowOf),
    days: await daysUntilNow(own, today),
  };
}

interface Moment {
  readonly today: string;
  readonly weekAgo: string;
  readonly since: string | null;
}

function progressRow(region: CountedRegion, kept: RegionDays | undefined, moment: Moment): ProgressRow {
  const { recognised = 0, unrecognised = 0 } = tableCells('T2', region.counts);
  const keptThen = moment.since !== null && moment.since <= moment.weekAgo;
  const now = recognised ?? 0;
  return {
    regionCode: region.code,
    recent: keptThen && kept?.rebased !== true ? now - Number(kept?.week_ago ?? 0) : null,
    idleDays: unrecognised === 0 ? null : idleDays(now, kept, moment.today),
  };
}

/** Whole days since more were recognised than before; since the first kept day when that has not happened yet. */
function idleDays(recognised: number, kept: RegionDays | undefined, today: string): number | null {
  const from = kept?.risen_on ?? kept?.since;
  if (!kept || !from) return null;
  return recognised > Number(kept.latest ?? 0) ? 0 : Math.round((Date.parse(today) - Date.parse(from)) / DAY_MS);
}

async function daysUntilNow(own: CountedRegion, today: string): Promise<ProgressDay[]> {
  const days = await changedDays(requestDb(), own.code, dayBefore(today, DAYS_SHOWN));
  const { N: total, recognised } = tableCells('T2', own.counts);
  const kept = days.map((day) => ({
    day: day.day,
    total: Number(day.total),
    recognised: Number(day.recognised),
  }));
  return [...kept.filter(({ day }) => day !== today), { day: today, total: total ?? 0, recognised: recognised ?? 0 }];
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}
