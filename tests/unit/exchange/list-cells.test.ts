import { RegionDirectory } from '../../../plugins/exchange/server/lists';
import { ListHeader } from '../../../plugins/exchange/server/lists/list-header';
import type { Cell } from '../../../plugins/exchange/server/lists/list-row';
import { RowFields } from '../../../plugins/exchange/server/lists/row-fields';

const COLUMNS = {
  name: { title: '姓名', others: [] },
  day: { title: '日期', others: [] },
  money: { title: '金额', others: [] },
  answer: { title: '是否', others: [] },
} as const;

function fieldsOf(cells: readonly Cell[]) {
  const places = new ListHeader<keyof typeof COLUMNS>(COLUMNS, []).places(['姓名', '日期', '金额', '是否']);
  return new RowFields<keyof typeof COLUMNS>({ number: 2, cells }, places, COLUMNS);
}

describe('a cell', () => {
  it.each<[Cell, string | null]>([
    ['2018-06-01', '2018-06-01'],
    ['2018/6/1', '2018-06-01'],
    ['2018.06.1', '2018-06-01'],
    ['2018年6月1日', '2018-06-01'],
    ['20180601', '2018-06-01'],
    [20180601, '2018-06-01'],
    [43252, '2018-06-01'],
    ['2018-06-01 00:00:00', '2018-06-01'],
    ['', null],
  ])('%s is the day %s', (cell, day) => {
    const fields = fieldsOf([null, cell]);
    expect([fields.date('day'), fields.errors]).toEqual([day, []]);
  });

  it.each<[Cell]>([['2018-02-30'], ['去年'], ['2018-06'], [3.5]])('%s is no day, and its row says so', (cell) => {
    const fields = fieldsOf([null, cell]);
    expect(fields.date('day')).toBeNull();
    expect(fields.errors).toEqual([expect.objectContaining({ row: 2, field: '日期' })]);
  });

  it.each<[Cell, number | null]>([
    ['12,000.50', 12000.5],
    ['１２０００元', 12000],
    [0.1 + 0.2, 0.3],
    [null, null],
  ])('%s is the amount %s', (cell, amount) => {
    expect(fieldsOf([null, null, cell]).decimal('money')).toBe(amount);
  });

  it('that is an error of a formula is refused, not taken as text', () => {
    const fields = fieldsOf(['#REF!', null, null, '也许']);
    expect([fields.optional('name'), fields.yesNo('answer')]).toEqual([null, null]);
    expect(fields.errors.map(({ message }) => message)).toEqual([
      '姓名是公式错误 #REF!，请改为实际内容',
      '是否只能填是或否，不能是“也许”',
    ]);
  });
});

describe('a header', () => {
  const header = new ListHeader<'name' | 'day'>({ name: COLUMNS.name, day: COLUMNS.day }, [
    { anyOf: ['name'] },
    { anyOf: ['day'] },
  ]);

  it('is read by what somebody said that its titles are, before what they look like', () => {
    const mapped = header.mapped(
      new Map([
        ['建档人', 'name'],
        ['姓名', null],
      ]),
    );
    expect([...mapped.places(['姓名', '建档人', '日期'])]).toEqual([
      ['name', 1],
      ['day', 2],
    ]);
  });

  it('asks only when the file has titles that may be what is missing', () => {
    expect(() => header.places(['建档人', '日期'])).toThrow(/^名单表头缺少列：姓名$/);
    expect(header.missing(['建档人', '日期'])).toEqual(['姓名']);
    expect(header.meanings(['建档人', ' 日 期* '])).toEqual([
      { title: '建档人', takenFor: null },
      { title: '日 期*', takenFor: '日期' },
    ]);
  });
});

describe('regions that were merged', () => {
  const regions = new RegionDirectory(
    [
      { code: '520425', name: '紫云县' },
      { code: '520425102', name: '猴场镇' },
      { code: '520425102201', name: '小湾村村民委员会' },
      { code: '520425109', name: '老乡', mergedInto: '520425108' },
      { code: '520425108', name: '旧镇', mergedInto: '520425102' },
      { code: '520425109201', name: '老村', mergedInto: '520425102201' },
      { code: '520425109202', name: '无主村', mergedInto: '' },
      { code: '520425107', name: '撤销乡', mergedInto: '' },
    ],
    '520425',
  );
  const byNames = (township: string, village = '') => regions.find({ code: '', county: '', township, village });
  const byCode = (code: string) => regions.find({ code, county: '', township: '', village: '' });

  it('lead to what took their place, by code and by name, over several mergers', () => {
    expect([byCode('520425109'), byNames('老乡'), byNames('老乡', '小湾村')]).toEqual([
      { code: '520425102' },
      { code: '520425102' },
      { code: '520425102201' },
    ]);
    expect(byCode('520425109201')).toEqual({ code: '520425102201' });
  });

  it('lead to their township’s successor when nobody says where a village went', () => {
    expect(byCode('520425109202')).toEqual({ code: '520425102' });
  });

  it('are refused when nothing took their place', () => {
    expect(byCode('520425107')).toMatchObject({ message: '没有行政区划代码 520425107' });
    expect(byNames('撤销乡')).toMatchObject({ field: 'township' });
  });
});
