import type { HouseholdRecord } from '@anju/domain/contracts';
import { useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { keptValues } from '../model/conflict';
import type { FieldValue } from '../model/field-text';
import { differingPaths, flatValues, type FieldPath, type RecognitionValues } from '../model/values';

/** A record, and the form as that record fills it. */
export interface Opened {
  readonly record: HouseholdRecord;
  readonly values: RecognitionValues;
}

/** The record that the form stands on, kept in step with the saves; what is typed and not saved is never overwritten. */
export function useOpenedRecord(
  first: Opened,
  fill: (record: HouseholdRecord) => RecognitionValues,
  form: UseFormReturn<RecognitionValues>,
) {
  const [opened, setOpened] = useState(first);
  // A save is followed by navigation before the next render, so that the guard must not read a render's state.
  const latest = useRef(first);
  const stand = (record: HouseholdRecord, valueOf: (path: FieldPath, recorded: FieldValue) => FieldValue) => {
    const next = { record, values: fill(record) };
    latest.current = next;
    setOpened(next);
    for (const [path, recorded] of flatValues(next.values)) {
      const value = valueOf(path, recorded);
      if (form.getValues(path) !== value) form.setValue(path, value);
    }
  };
  return {
    opened,
    latest: () => latest.current,
    differs: () => differingPaths(form.getValues(), latest.current.values).length > 0,
    /** Goes on from what a save answered; inputs typed into meanwhile, and those not saved, keep their text. */
    afterSave(record: HouseholdRecord, sent: RecognitionValues, isSaved: (path: FieldPath) => boolean) {
      const sentValues = flatValues(sent);
      const typed = flatValues(form.getValues());
      stand(record, (path, recorded) => {
        const now = typed.get(path);
        return now === undefined || (isSaved(path) && now === sentValues.get(path)) ? recorded : now;
      });
    },
    /** Goes on from somebody else's newer record, with my own changes on top except where they were given up. */
    afterConflict(current: HouseholdRecord, givenUp: ReadonlySet<FieldPath>) {
      const states = { base: latest.current.values, mine: form.getValues(), theirs: fill(current) };
      const kept = keptValues(states, givenUp);
      stand(current, (path, recorded) => kept.get(path) ?? recorded);
    },
  };
}

export type OpenedRecord = ReturnType<typeof useOpenedRecord>;
