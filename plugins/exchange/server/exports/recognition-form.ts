import {
  type FormOption,
  LINKED_RECORD_LABELS,
  MOST_RECOGNITIONS,
  optionsHolding,
  optionsOfField,
  type PlacedOption,
  type RecognitionColumn,
} from '@anju/domain';
import type { FormDefinition, FormField, HouseholdRow } from '@anju/domain/contracts';
import { type FormColumn, registerToday, type TableCell } from '@anju/kit';
import { IDENTITY_COLUMNS, type IdentityColumn, KIND_COLUMN, recognitionForm } from '../lists/recognition-columns';

/** What stands already in the fields that all kinds share. */
export type Prefill = Readonly<Record<string, string | null>>;

const IDENTITY_WIDTHS: Readonly<Record<IdentityColumn, number>> = {
  householdId: 10,
  version: 6,
  place: 30,
  householdNumber: 20,
  headName: 10,
  idNumber: 20,
  memberCount: 9,
  linked: 22,
};
const IDENTITY_CELLS: Readonly<Record<IdentityColumn, (row: HouseholdRow) => TableCell>> = {
  householdId: (row) => String(row.id),
  version: (row) => String(row.version),
  place: (row) => row.regionName,
  householdNumber: (row) => row.registryNumber,
  headName: (row) => row.headName,
  idNumber: (row) => row.idNumber,
  memberCount: (row) => row.memberCount,
  linked: (row) => row.linked.map((record) => LINKED_RECORD_LABELS[record]).join('、') || null,
};
const IDENTITY_NAMES = Object.keys(IDENTITY_COLUMNS) as readonly IdentityColumn[]; // keys() forgets its keys
const [LEAST_WIDTH, WIDTH_OF_CHARACTER] = [14, 1.8];

export interface RecognitionWorld {
  readonly forms: FormDefinition;
  readonly options: readonly PlacedOption[];
  readonly regionCode: string;
  readonly prefill: Prefill;
}

/** A workbook to be filled in: its columns, and the cells of a household's row. */
export interface RecognitionTable {
  readonly columns: readonly FormColumn[];
  readonly cells: (row: HouseholdRow) => readonly TableCell[];
}

/** Locked columns say whose row it is; open ones are those of the form, with what may be chosen in force. */
export function recognitionTable({ forms, options, regionCode, prefill }: RecognitionWorld): RecognitionTable {
  const offered = optionsHolding(options, regionCode);
  const asked = recognitionForm(forms).columns;
  return {
    columns: [
      ...IDENTITY_NAMES.map((name) => ({
        title: IDENTITY_COLUMNS[name].title,
        width: IDENTITY_WIDTHS[name],
        isOpen: false,
      })),
      { title: KIND_COLUMN.title, width: 28, isOpen: true, choices: forms.kinds.map(({ label }) => label) },
      ...asked.map((column) => openColumn(column, offered)),
    ],
    cells: (row) => [
      ...IDENTITY_NAMES.map((name) => IDENTITY_CELLS[name](row)),
      null,
      ...asked.map(({ name, isCommon }) => (isCommon ? (prefill[name] ?? null) : null)),
    ],
  };
}

function openColumn({ title, fields }: RecognitionColumn, options: readonly FormOption[]): FormColumn {
  const choices = new Set(Object.values(fields).flatMap((field) => choicesOfField(field, options)));
  return {
    title,
    width: Math.max(LEAST_WIDTH, title.length * WIDTH_OF_CHARACTER),
    isOpen: true,
    choices: [...choices],
  };
}

function choicesOfField(field: FormField, options: readonly FormOption[]): readonly string[] {
  if (field.optionList) return optionsOfField(field, options, registerToday()).map(({ label }) => label);
  if (field.type === 'yesNo') return ['是', '否'];
  return field.type === 'tick' ? ['是'] : [];
}

export const TOO_MANY_RECOGNITIONS = `一张认定信息表最多 ${MOST_RECOGNITIONS} 户，请缩小查询条件，例如按村导出`;
