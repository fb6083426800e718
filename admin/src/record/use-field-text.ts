import type { FormField } from '@anju/domain/contracts';
import { t } from '../language/t';
import { yuanText } from '../vocabulary/numbers';
import { useOptionLabel } from '../vocabulary/use-options';

/** The value of a form's field as text; empty when it is not filled in. */
export function useFieldText(): (field: FormField, values: object) => string {
  const optionLabel = useOptionLabel();
  return (field, values) => {
    const value: unknown = new Map<string, unknown>(Object.entries(values)).get(field.name);
    if (value === null || value === undefined || value === '') return '';
    if (typeof value === 'boolean') return value ? t('是') : t('否');
    if (field.type === 'money' && typeof value === 'number') return yuanText(value);
    if (typeof value !== 'string' && typeof value !== 'number') return '';
    return field.optionList ? optionLabel(field.optionList, String(value)) : String(value);
  };
}
