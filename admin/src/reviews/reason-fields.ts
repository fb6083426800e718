import type { FormsAnswer, HouseholdRecord } from '@anju/domain/contracts';
import { t } from '../language/t';

/** A field to which a reason can be bound. */
export interface ReasonField {
  readonly field: string;
  readonly label: string;
}

/** The fields of a record that a reviewer may name, in the order of the form. */
export function reasonFields(record: HouseholdRecord, forms: FormsAnswer): readonly ReasonField[] {
  const kind = record.safeguard?.kind;
  const own = forms.safeguard.kinds.find((form) => form.kind === kind)?.fields ?? [];
  return [
    { field: 'record', label: t('整户') },
    { field: 'kind', label: t('住房安全保障情况') },
    ...own.map(({ name, label }) => ({ field: name, label })),
    ...forms.safeguard.common.map(({ name, label }) => ({ field: name, label })),
    ...record.members.map(({ id, name }) => ({ field: `members.${id}`, label: t('{name} 身份证号', { name }) })),
    { field: 'regionCode', label: t('所在地') },
    ...forms.evidence.categories.map(({ key, label }) => ({
      field: `evidence.${key}`,
      label: t('佐证材料：{label}', { label }),
    })),
  ];
}

/** The label of a reason's field; a field that is gone stands for itself. */
export function reasonLabel(field: string, record: HouseholdRecord, forms: FormsAnswer | undefined): string {
  const known = forms ? reasonFields(record, forms).find((entry) => entry.field === field) : undefined;
  return known?.label ?? field;
}
