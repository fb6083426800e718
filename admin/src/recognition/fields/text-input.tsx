import type { ReactNode } from 'react';
import { t } from '../../language/t';
import type { FieldPath } from '../model/values';
import { Control } from './control';
import { FieldFrame } from './field-frame';
import { useField } from './use-field';

export interface InputProps {
  readonly path: FieldPath;
  readonly label: string;
  readonly required?: boolean | undefined;
  readonly help?: string | undefined;
  readonly note?: ReactNode;
  readonly placeholder?: string | undefined;
  /** The value was taken from the renovation archive and still agrees with it. */
  readonly fromArchive?: boolean;
  readonly wide?: boolean;
}

/** One line of text. */
export function TextInput({ path, label, required, help, note, placeholder, fromArchive, wide }: InputProps) {
  const { text, error, change, check, attributes } = useField(path);
  return (
    <FieldFrame
      path={path}
      label={label}
      required={required}
      error={error}
      note={note}
      help={help}
      wide={wide ?? false}
    >
      <Control className={controlClass(error, fromArchive)}>
        <input
          {...attributes}
          type="text"
          value={text}
          placeholder={placeholder ?? (required ? t('请填写') : undefined)}
          aria-required={required ?? false}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => change(event.target.value)}
          onBlur={check}
        />
      </Control>
    </FieldFrame>
  );
}

/** The look of a control: a fault outweighs where its value came from. */
export function controlClass(error: string | undefined, fromArchive: boolean | undefined): string | undefined {
  if (error !== undefined) return 'invalid';
  return fromArchive ? 'from' : undefined;
}
