import { isSoonAfterHour } from '@anju/kit';
import { isTimeToRecount } from '../../../plugins/statistics/dist/server/services/days';

const at = (time: string) => new Date(`2026-03-01T${time}+08:00`);

describe('the hour of nightly work', () => {
  it.each([
    ['01:59:59', false],
    ['02:00:00', true],
    ['05:59:59', true],
    ['06:00:00', false],
    ['14:00:00', false],
  ])('at %s in China a recount is due: %s', (time, isDue) => {
    expect([isSoonAfterHour(at(time), 2), isTimeToRecount(at(time), 0)]).toEqual([isDue, isDue]);
  });

  it('goes on past midnight', () => {
    expect([isSoonAfterHour(at('00:30:00'), 23), isSoonAfterHour(at('03:00:00'), 23)]).toEqual([true, false]);
  });

  it('waits for an hour after a try, whatever came of it', () => {
    expect(isTimeToRecount(at('02:59:59'), at('02:00:00').getTime())).toBe(false);
    expect(isTimeToRecount(at('03:00:00'), at('02:00:00').getTime())).toBe(true);
  });
});
