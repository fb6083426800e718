import type { FormDefinition, FormField } from '../contracts/forms';
import type { SafeguardKind } from '../vocabulary';

/** A column of the workbook by which households are recognised: one field of the form, in all kinds that ask for it. */
export interface RecognitionColumn {
  readonly name: string;
  readonly title: string;
  /** The field as each kind asks for it; of a common field every kind has the same. */
  readonly fields: Readonly<Partial<Record<SafeguardKind, FormField>>>;
  readonly isCommon: boolean;
}

const SHORT_KINDS: Readonly<Record<SafeguardKind, string>> = {
  originalSafe: '原住房安全',
  renovation: '危改',
  povertyRelocation: '易地搬迁',
  otherRelocation: '生态水库避险搬迁',
  publicHousing: '公益性住房',
  otherMeans: '其他方式',
};

/** The columns that the form as configured makes, kinds' own first, in the form's order; a title says which kinds it belongs to. */
export function recognitionColumns(forms: FormDefinition): readonly RecognitionColumn[] {
  const names = [...new Set(forms.kinds.flatMap(({ fields }) => fields.map(({ name }) => name)))];
  const own = names.map((name) => ownColumn(name, forms));
  return [...own, ...forms.common.map((field) => commonColumn(field, forms))];
}

function ownColumn(name: string, forms: FormDefinition): RecognitionColumn {
  const asking = forms.kinds.flatMap(({ kind, fields }) => {
    const field = fields.find((entry) => entry.name === name);
    return field ? [{ kind, field }] : [];
  });
  const label = asking[0]?.field.label ?? name;
  const title = `${name === 'kindNote' ? '其他的具体说明' : label}（${asking.map(({ kind }) => SHORT_KINDS[kind]).join('、')}）`;
  return { name, title, isCommon: false, fields: Object.fromEntries(asking.map(({ kind, field }) => [kind, field])) };
}

function commonColumn(field: FormField, { kinds }: FormDefinition): RecognitionColumn {
  return {
    name: field.name,
    title: field.label,
    isCommon: true,
    fields: Object.fromEntries(kinds.map(({ kind }) => [kind, field])),
  };
}
