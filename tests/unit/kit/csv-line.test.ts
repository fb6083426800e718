import { csvLine } from '../../../plugins/kit/src/workbooks/csv-file';

describe('a line of CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('runs no formula: %j', (text) => {
    expect(csvLine([text])).toMatch(/^"?'/);
  });

  it.each([
    ['a comma', '甲,乙', '"甲,乙"'],
    ['a quotation mark', '甲"乙', '"甲""乙"'],
    ['a line break', '甲\n乙', '"甲\n乙"'],
  ])('quotes %s', (_name, text, written) => {
    expect(csvLine([text])).toBe(`${written}\r\n`);
  });

  it.each(['690425197001010022', '69042519700101002X', '520425102201', '0851123456'])(
    'keeps %s a text, since a spreadsheet would round it or drop its zero',
    (number) => {
      expect(csvLine([number])).toBe(`"${number}\t"\r\n`);
    },
  );

  it('leaves counts numbers, masked numbers as they are, and what is missing empty', () => {
    expect(csvLine([3, '6904**********0022', null, '张三'])).toBe('3,6904**********0022,,张三\r\n');
  });
});
