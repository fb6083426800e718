import { isCalendarDate, parseRegisterDate } from '@anju/domain';
import fc from 'fast-check';

describe('a day as clerks write it', () => {
  it.each([
    '20200601',
    '2020-6-1',
    '2020-06-01',
    '2020.6.1',
    '2020/6/1',
    '2020年6月1日',
    '２０２０．６．１',
    ' 2020 年 6 月 1 日 ',
  ])('%s is 2020-06-01', (text) => {
    expect(parseRegisterDate(text)).toBe('2020-06-01');
  });

  it.each(['2020-02-30', '20190229', '2020-13-01', '2020-0-1', '2020', '6月1日', '43983', ''])(
    '%s is no day',
    (text) => {
      expect(parseRegisterDate(text)).toBeUndefined();
    },
  );

  it('is read back from every written form', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(isCalendarDate(iso)).toBe(true);
        expect(parseRegisterDate(iso.replaceAll('-', ''))).toBe(iso);
        expect(parseRegisterDate(iso.replace(/-0?/g, '.'))).toBe(iso);
      }),
    );
  });
});

describe('calendar date', () => {
  it('knows leap years of the Gregorian calendar', () => {
    expect(isCalendarDate('2000-02-29')).toBe(true);
    expect(isCalendarDate('1900-02-29')).toBe(false);
    expect(isCalendarDate('2020-02-30')).toBe(false);
    expect(isCalendarDate('2020-6-1')).toBe(false);
  });
});
