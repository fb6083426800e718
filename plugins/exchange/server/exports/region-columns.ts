import type { TableCell } from '@anju/kit';
import type { TableColumn } from './list-table';

/** What a list's cells are made of beside its rows. */
export interface Names {
  readonly region: (code: string) => string;
  /** The label of an option of a list. */
  readonly option: (listKey: string, key: string | null) => string | null;
}

const [CITY, COUNTY, TOWNSHIP, VILLAGE] = [4, 6, 9, 12];

/** The region of a row in its parts, and its code. */
export function regionColumns<Row>(codeOf: (row: Row) => string): readonly TableColumn<Row, Names>[] {
  const part =
    (length: number) =>
    (row: Row, names: Names): TableCell => {
      const code = codeOf(row);
      return code.length < length ? null : names.region(code.slice(0, length));
    };
  return [
    { title: '市', width: 12, cell: part(CITY) },
    { title: '县', width: 20, cell: part(COUNTY) },
    { title: '乡镇', width: 16, cell: part(TOWNSHIP) },
    { title: '村', width: 24, cell: part(VILLAGE) },
    { title: '行政区划代码', width: 16, cell: codeOf },
  ];
}
