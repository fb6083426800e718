import type { FormField } from '@anju/domain/contracts';
import { useFormContext } from 'react-hook-form';
import type { RecognitionValues } from '../model/values';
import { LinkButton } from '../section';
import { useOptionLabel } from '../../vocabulary/use-options';

interface ArchiveValueProps {
  readonly path: `kinds.${string}.${string}`;
  readonly field: FormField;
  readonly value: string;
}

/** What the archive says where the clerk wrote something else, with the way back. */
export function ArchiveValue({ path, field, value }: ArchiveValueProps) {
  const { setValue, clearErrors } = useFormContext<RecognitionValues>();
  const labelOf = useOptionLabel();
  const restore = () => {
    setValue(path, value);
    clearErrors(path);
  };
  return (
    <>
      档案为 {valueText(field, value, labelOf)}，
      <LinkButton type="button" className="small inline" onClick={restore}>
        恢复
      </LinkButton>
    </>
  );
}

function valueText(field: FormField, value: string, labelOf: ReturnType<typeof useOptionLabel>): string {
  if (field.type === 'yesNo') return value === 'true' ? '是' : '否';
  return field.optionList ? labelOf(field.optionList, value) : value;
}
