import { isRealDay } from './calendar-date';

const WRITTEN_FORMS = [
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
];

/** Reads a day as clerks write it: 20200601, 2020-6-1, 2020.6.1, 2020/6/1, 2020年6月1日; undefined when there is no such day. */
export function parseRegisterDate(text: string): string | undefined {
  const written = text.normalize('NFKC').replace(/\s+/g, '');
  for (const form of WRITTEN_FORMS) {
    const match = form.exec(written);
    if (match) return dayText(Number(match[1]), Number(match[2]), Number(match[3]));
  }
  return undefined;
}

function dayText(year: number, month: number, day: number): string | undefined {
  if (!isRealDay(year, month, day)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
