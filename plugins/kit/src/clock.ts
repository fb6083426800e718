/** Made once: making one costs more than a small statement. */
const DAY_IN_CHINA = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** Today's date (`YYYY-MM-DD`) where the register is kept: dates are judged by the day in China, wherever the server stands. */
export function registerToday(now = new Date()): string {
  return DAY_IN_CHINA.format(now);
}
