import { isCalendarDate, maskIdNumber } from '@anju/domain';
import type { ExtraField, ExtraValue } from '@anju/domain/contracts';
import { RuleBroken } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { HOUSEHOLD_ATTRIBUTES } from './household-attributes';

/** An attribute beside the product's own, and the column that keeps it. */
type ExtraAttribute = Omit<ExtraField, 'value'> & {
  readonly column: string;
  readonly least: number;
  readonly most: number;
};

/** What Strapi says of an attribute; the Content-Type Builder writes it, and people by hand. */
interface SchemaAttribute {
  readonly type: string;
  readonly required?: boolean;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly pluginOptions?: { readonly anju?: { readonly label?: string } };
}

const HOUSEHOLD = 'api::household.household';
const TYPES: Readonly<Record<string, ExtraField['type']>> = {
  string: 'text',
  text: 'text',
  integer: 'integer',
  float: 'number',
  decimal: 'number',
  date: 'date',
  boolean: 'yesNo',
  enumeration: 'choice',
};
/** Strapi keeps a `string` as varchar(255), an `integer` in four bytes. */
const LONGEST_STRING = 255;
const LONGEST_TEXT = 5000;
const LARGEST_INTEGER = 2_147_483_647;
const LARGEST_NUMBER = 99_999_999;

let learned: readonly ExtraAttribute[] = [];

/** Reads which attributes the household has beside the product's own; relations, files and other types are none of them. */
export function learnExtraFields(strapi: Core.Strapi): void {
  // Strapi's type of an attribute is a union of all kinds; only these few of its properties are read.
  const attributes = strapi.contentType(HOUSEHOLD).attributes as unknown as Readonly<Record<string, SchemaAttribute>>;
  const columns = strapi.db.metadata.get(HOUSEHOLD).attributes as unknown as Readonly<
    Record<string, { columnName?: string }>
  >;
  learned = Object.entries(attributes).flatMap(([name, attribute]) => {
    const type = TYPES[attribute.type];
    if (type === undefined || HOUSEHOLD_ATTRIBUTES.includes(name)) return [];
    return [extraAttribute(name, columns[name]?.columnName ?? name, type, attribute)];
  });
}

/** The columns of the extra fields; none while nobody has added an attribute. */
export function extraColumns(): readonly string[] {
  return learned.map(({ column }) => column);
}

/** The extra fields with a household's values, by column; for masked readers numbers in their texts are masked, too. */
export function extraFields(row: Readonly<Record<string, unknown>>, isMasked: boolean): ExtraField[] {
  return learned.map(({ column, least: _least, most: _most, ...field }) => ({
    ...field,
    value: shown(field.type, row[column], isMasked),
  }));
}

/** The columns to write for what was sent; throws RuleBroken with a sentence at each field that is refused. */
export function extraChanges(sent: Readonly<Record<string, ExtraValue>>): Record<string, ExtraValue> {
  const faults: Record<string, string> = {};
  const changes: Record<string, ExtraValue> = {};
  for (const [name, value] of Object.entries(sent)) {
    const attribute = learned.find((one) => one.name === name);
    const given = value === '' ? null : value;
    const fault = attribute ? faultOf(attribute, given) : '没有这个字段';
    if (fault !== undefined) faults[`extras.${name}`] = fault;
    else if (attribute) changes[attribute.column] = given;
  }
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults);
  return changes;
}

function extraAttribute(
  name: string,
  column: string,
  type: ExtraField['type'],
  attribute: SchemaAttribute,
): ExtraAttribute {
  const largest = type === 'integer' ? LARGEST_INTEGER : LARGEST_NUMBER;
  return {
    name,
    column,
    type,
    label: attribute.pluginOptions?.anju?.label ?? name,
    required: attribute.required ?? false,
    choices: [...(attribute.enum ?? [])],
    longest: attribute.maxLength ?? (attribute.type === 'string' ? LONGEST_STRING : LONGEST_TEXT),
    least: Number(attribute.min ?? -largest),
    most: Number(attribute.max ?? largest),
  };
}

function faultOf(
  { label, type, required, choices, longest, least, most }: ExtraAttribute,
  value: ExtraValue,
): string | undefined {
  if (value === null) return required ? `请填写${label}` : undefined;
  switch (type) {
    case 'text':
      if (typeof value !== 'string') return `${label}必须是文本`;
      return [...value].length > longest ? `${label}不能超过 ${longest} 个字` : undefined;
    case 'integer':
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return `${label}必须是数字`;
      if (type === 'integer' && !Number.isInteger(value)) return `${label}必须是整数`;
      return value < least || value > most ? `${label}应在 ${least} 到 ${most} 之间` : undefined;
    case 'date':
      return typeof value === 'string' && isCalendarDate(value) ? undefined : `${label}不是有效日期`;
    case 'yesNo':
      return typeof value === 'boolean' ? undefined : `${label}只能填是或否`;
    case 'choice':
      return typeof value === 'string' && choices.includes(value) ? undefined : `${label}不在可选范围内`;
  }
}

function shown(type: ExtraField['type'], value: unknown, isMasked: boolean): ExtraValue {
  if (value === null || value === undefined) return null;
  // A decimal comes as text, so that no digit is lost on the way.
  if (type === 'integer' || type === 'number') return Number(value);
  if (typeof value === 'boolean') return value;
  const text = textOf(value);
  return isMasked ? text.replace(/\d{10,}[\dXx]/g, maskIdNumber) : text;
}

/** What is left of an attribute's values: a day, or a text. */
function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
