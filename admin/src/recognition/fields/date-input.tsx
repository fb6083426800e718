import { parseRegisterDate } from '@anju/domain';
import { DayPicker } from '../../forms/day-picker';
import { t } from '../../language/t';
import { Control } from './control';
import { FieldFrame } from './field-frame';
import { controlClass, type InputProps } from './text-input';
import { useField } from './use-field';

interface DateInputProps extends InputProps {
  /** The tick that stands in for the date, such as 尚未开工: the date is then not asked for. */
  readonly tickedAway?: string | undefined;
  readonly children?: React.ReactNode;
}

/** A day in one text input: written in any of the usual forms, shown as YYYY-MM-DD once the input is left. */
export function DateInput({
  path,
  label,
  required,
  help,
  note,
  placeholder,
  fromArchive,
  tickedAway,
  children,
}: DateInputProps) {
  const { text, error, change, check, attributes } = useField(path);
  const isOff = tickedAway !== undefined;
  const day = parseRegisterDate(text);
  const leave = () => {
    if (day && day !== text) change(day);
    check();
  };
  return (
    <FieldFrame
      path={path}
      label={label}
      required={required && !isOff}
      error={isOff ? undefined : error}
      note={!isOff && day && day !== text ? t('将记为 {day}', { day }) : note}
      help={help}
    >
      <Control className={isOff ? 'off' : controlClass(error, fromArchive)}>
        <input
          {...attributes}
          type="text"
          inputMode="numeric"
          value={isOff ? '' : text}
          disabled={isOff}
          placeholder={isOff ? tickedAway : (placeholder ?? t('如 20200601'))}
          aria-required={required ?? false}
          maxLength={20}
          autoComplete="off"
          onChange={(event) => change(event.target.value)}
          onBlur={leave}
        />
        {!isOff && <DayPicker day={day} onPick={change} />}
      </Control>
      {children}
    </FieldFrame>
  );
}
