import type { FormField } from '@anju/domain/contracts';
import { useFormContext } from 'react-hook-form';
import { t } from '../../language/t';
import type { RecognitionValues } from '../model/values';
import { LinkButton } from '../section';
import { useOptionLabel } from '../../vocabulary/use-options';

interface ArchiveValueProps {
  readonly path: `kinds.${string}.${string}`;
  readonly field: FormField;
  readonly value: string;
  readonly source: 'archive' | 'list';
  /** The tick that stands in for the date: it goes when the date is taken over. */
  readonly tickPath?: `kinds.${string}.${string}` | undefined;
}

/** What the archive or the list says where the clerk wrote something else, with the way to take it over. */
export function ArchiveValue({ path, field, value, source, tickPath }: ArchiveValueProps) {
  const { setValue, clearErrors } = useFormContext<RecognitionValues>();
  const labelOf = useOptionLabel();
  const written = valueText(field, value, labelOf);
  const restore = () => {
    setValue(path, value);
    if (tickPath) setValue(tickPath, false);
    clearErrors(path);
  };
  return (
    <>
      {source === 'archive' ? t('档案为 {written}，', { written }) : t('名单为 {written}，', { written })}
      <LinkButton type="button" className="small inline" onClick={restore}>
        {source === 'archive' ? t('恢复') : t('采用')}
      </LinkButton>
    </>
  );
}

function valueText(field: FormField, value: string, labelOf: ReturnType<typeof useOptionLabel>): string {
  if (field.type === 'yesNo') return value === 'true' ? t('是') : t('否');
  return field.optionList ? labelOf(field.optionList, value) : value;
}
