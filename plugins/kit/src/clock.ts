/** Made once: making one costs more than a small statement. */
const DAY_IN_CHINA = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

const HOUR_IN_CHINA = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  hourCycle: 'h23',
});
/** A node that was down at the hour of its nightly work still does it within so many hours. */
const HOURS_LATE = 4;

/** Whether it is the hour of a day's work in China, or one of the next three. */
export function isSoonAfterHour(now: Date, due: number): boolean {
  return (Number(HOUR_IN_CHINA.format(now)) - due + 24) % 24 < HOURS_LATE;
}

/** Today's date (`YYYY-MM-DD`) where the register is kept: dates are judged by the day in China, wherever the server stands. */
export function registerToday(now = new Date()): string {
  const minute = Math.floor(now.getTime() / 60_000);
  if (today.minute !== minute) today = { minute, day: DAY_IN_CHINA.format(now) };
  return today.day;
}

/** The day of the minute that was asked for last: a day begins with a minute. */
let today = { minute: Number.NaN, day: '' };
