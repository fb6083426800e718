import { type RecognitionColumn, recognitionColumns } from '@anju/domain';
import type { FormDefinition } from '@anju/domain/contracts';
import { ERROR_NOTE, type ListColumn, ListHeader, plainTitle } from './list-header';

/** The columns that say which household a row is; nobody fills them in. */
export const IDENTITY_COLUMNS = {
  householdId: { title: '系统编号', others: [] },
  version: { title: '版本', others: [] },
  place: { title: '所在地', others: [] },
  householdNumber: { title: '户编号', others: [] },
  headName: { title: '户主姓名', others: [] },
  idNumber: { title: '身份证号', others: [] },
  memberCount: { title: '家庭人口', others: [] },
  linked: { title: '关联', others: [] },
} as const;
export type IdentityColumn = keyof typeof IDENTITY_COLUMNS;

/** The column in which a row says how the household's housing is safe. */
export const KIND_COLUMN = { title: '住房安全保障情况', others: ['保障措施'] } as const;

/** The workbook by which households are recognised, as the form makes it: its columns, and the fields behind them. */
export interface RecognitionForm {
  readonly header: ListHeader<string>;
  readonly columns: readonly RecognitionColumn[];
}

export function recognitionForm(forms: FormDefinition): RecognitionForm {
  const columns = recognitionColumns(forms);
  const asked = columns.map(({ name, title }): [string, ListColumn] => [name, { title, others: [plainTitle(title)] }]);
  return {
    columns,
    header: new ListHeader<string>(
      {
        ...IDENTITY_COLUMNS,
        kind: KIND_COLUMN,
        ...Object.fromEntries(asked),
        errorNote: { title: ERROR_NOTE, others: [] },
      },
      [{ anyOf: ['householdId'] }, { anyOf: ['version'] }, { anyOf: ['kind'] }],
    ),
  };
}
