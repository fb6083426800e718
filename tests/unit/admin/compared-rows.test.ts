import { comparedRows, nextSort } from '../../../admin/src/statistics/compared-rows';

const ROWS = [
  { regionCode: '520401', regionName: '甲', cells: { N: 5, share: null } },
  { regionCode: '520402', regionName: '乙', cells: { N: 9, share: 2 } },
  { regionCode: '520403', regionName: '丙', cells: { N: 7, share: 8 } },
];

describe('regions that are compared by a column', () => {
  it('stand in the order of their codes, then largest first, then smallest first; what has no number last', () => {
    const namesBy = (sort: string | undefined) =>
      comparedRows(ROWS, sort, (row, key) => row.cells[key as 'N']).map((row) => row.regionName);
    expect(namesBy(undefined)).toEqual(['甲', '乙', '丙']);
    expect(namesBy('N')).toEqual(['乙', '丙', '甲']);
    expect(namesBy('-N')).toEqual(['甲', '丙', '乙']);
    expect(namesBy('share')).toEqual(['丙', '乙', '甲']);
    expect(namesBy('-share')).toEqual(['乙', '丙', '甲']);
    expect([undefined, 'N', '-N', 'share'].map((sort) => nextSort(sort, 'N'))).toEqual(['N', '-N', undefined, 'N']);
  });
});
