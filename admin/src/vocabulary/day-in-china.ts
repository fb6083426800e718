const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** A moment's day (`YYYY-MM-DD`) where the register is kept, wherever the browser stands. */
export function dayInChina(moment: number): string {
  return DAY.format(moment);
}
