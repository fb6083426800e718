import { useController, useFormContext } from 'react-hook-form';
import type { FieldValue } from '../model/field-text';
import { safeguardProblems } from '../model/problems';
import type { FieldPath, RecognitionValues } from '../model/values';
import { useRecognition } from '../recognition-context';
import { fieldId, noteId } from './field-frame';

/** An input's value, fault and handlers; typing clears its fault, leaving it checks what was typed. */
export function useField(path: FieldPath) {
  const { control, clearErrors, setError, getValues } = useFormContext<RecognitionValues>();
  const { rules, record } = useRecognition();
  const { field, fieldState } = useController({ control, name: path });
  const value: unknown = field.value;
  const error = fieldState.error?.message;
  return {
    text: typeof value === 'string' ? value : '',
    ticked: value === true,
    error,
    change(next: FieldValue) {
      field.onChange(next);
      if (error !== undefined) clearErrors(path);
    },
    /** Says what is wrong with a filled-in value; a blank one is only asked for when saving. */
    check() {
      field.onBlur();
      const values = getValues();
      const problem = value === '' ? undefined : safeguardProblems(values, rules, record).get(path);
      if (problem) setError(path, { type: 'rule', message: problem });
    },
    /** What every input element carries. */
    attributes: {
      id: fieldId(path),
      name: path,
      'aria-invalid': error !== undefined,
      'aria-describedby': noteId(path),
    },
  };
}
