const grouped = new Intl.NumberFormat('zh-CN');

/** A count with thousands separators; absent is a dash. */
export function countText(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : grouped.format(value);
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
    : `${value.toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} 元`;
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
