import { t } from '../../language/t';
import { Icon } from '../../theme/icon';
import { Control } from './control';
import { FieldFrame } from './field-frame';
import { controlClass, type InputProps } from './text-input';
import { useField } from './use-field';

export interface Choice {
  readonly key: string;
  readonly label: string;
}

/** One of a few values; a value that is no longer offered stays visible as it was. */
export function SelectInput({
  path,
  label,
  required,
  help,
  note,
  fromArchive,
  placeholder = t('请选择'),
  choices,
  retiredLabel,
}: InputProps & { readonly choices: readonly Choice[]; readonly retiredLabel?: (key: string) => string | undefined }) {
  const { text, error, change, check, attributes } = useField(path);
  const isRetired = text !== '' && !choices.some(({ key }) => key === text);
  return (
    <FieldFrame path={path} label={label} required={required} error={error} note={note} help={help}>
      <Control className={controlClass(error, fromArchive)}>
        <select
          {...attributes}
          className={text === '' ? 'empty' : undefined}
          value={text}
          aria-required={required ?? false}
          onChange={(event) => change(event.target.value)}
          onBlur={check}
        >
          <option value="">{placeholder}</option>
          {isRetired && <option value={text}>{t('{text}（已停用）', { text: retiredLabel?.(text) ?? text })}</option>}
          {choices.map((choice) => (
            <option key={choice.key} value={choice.key}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </Control>
    </FieldFrame>
  );
}
