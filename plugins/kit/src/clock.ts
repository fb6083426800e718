/** Today's date (`YYYY-MM-DD`) where the register is kept: dates are judged by the day in China, wherever the server stands. */
export function registerToday(now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now);
}
