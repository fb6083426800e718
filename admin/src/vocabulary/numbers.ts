import { t } from '../language/t';

const grouped = new Intl.NumberFormat('zh-CN');

/** A count with thousands separators; absent is a dash. */
export function countText(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : grouped.format(value);
}

/** A difference of counts, its fall with a real minus; absent is a dash. */
export function signedText(value: number | null | undefined): string {
  return value !== null && value !== undefined && value < 0 ? `−${countText(-value)}` : countText(value);
}

/** A share of 0–100 with two decimals; absent is a dash. */
export function shareText(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toFixed(2);
}

/** Yuan where the column says so: no unit, decimals only when there are any. */
export function amountText(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  return value.toLocaleString('zh-CN', {
    minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
    maximumFractionDigits: 2,
  });
}

/** Money in yuan with two decimals. */
export function yuanText(value: number | null | undefined): string {
  return value === null || value === undefined
    ? '–'
    : t('{value} 元', { value: value.toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 }) });
}

/** Day of an ISO time in the browser's zone, as `2020-06-17`. */
export function dayText(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? '' : time.toLocaleDateString('sv-SE');
}

/** Hour and minute of an ISO time in the browser's zone. */
export function clockText(iso: string | undefined): string {
  const time = iso ? new Date(iso) : undefined;
  return time && !Number.isNaN(time.getTime())
    ? time.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })
    : '';
}

/** Month, day, hour and minute of an ISO time in the browser's zone, with the year when it is not this one. */
export function dateTimeText(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return '';
  const pad = (value: number) => String(value).padStart(2, '0');
  const day = `${pad(time.getMonth() + 1)}-${pad(time.getDate())} ${pad(time.getHours())}:${pad(time.getMinutes())}`;
  return time.getFullYear() === new Date().getFullYear() ? day : `${time.getFullYear()}-${day}`;
}

const UNITS = [t('字节'), 'KB', 'MB', 'GB'];

/** The size of a file in the largest unit that gives a number of at least one. */
export function sizeText(bytes: number): string {
  const unit = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** unit;
  return `${value >= 10 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)} ${UNITS[unit] ?? ''}`;
}
