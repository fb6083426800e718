import type { DraftInput, DraftRecord } from '@anju/domain/contracts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTellsOfDraft } from '../../auth/kept-draft';
import { differingPaths, flatValues, type FieldPath, type RecognitionValues } from '../model/values';
import type { OpenedRecord } from '../save/use-opened-record';
import { createDraftKeeper } from './draft-keeper';

/** Keeps what is typed as the clerk's draft, and offers the one that was kept earlier. */
export function useDraft(form: UseFormReturn<RecognitionValues>, opened: OpenedRecord, householdId: number) {
  const keeper = useMemo(() => createDraftKeeper(householdId), [householdId]);
  const [offered, setOffered] = useState<DraftRecord | null>(null);
  // Until the clerk has chosen, the earlier draft is not overwritten.
  const isHeld = useRef(true);
  useTellsOfDraft(useCallback(() => !isHeld.current && keeper.isKept(), [keeper]));
  const take = useRef<() => DraftInput | undefined>(undefined);
  useEffect(() => {
    take.current = () => draftOf(form.getValues(), opened.latest());
  });

  useEffect(() => {
    const reading = new AbortController();
    const offer = (draft: DraftRecord | null) => {
      const isNews = draft !== null && changes(draft, form.getValues()).length > 0;
      isHeld.current = isNews;
      if (isNews) setOffered(draft);
      else keeper.schedule(() => take.current?.());
    };
    // Without an answer there is nothing to offer; what is typed from now on is kept all the same.
    void keeper.read(reading.signal).then(offer, () => (isHeld.current = false));
    const typing = form.watch(() => {
      if (!isHeld.current) keeper.schedule(() => take.current?.());
    });
    return () => {
      reading.abort();
      typing.unsubscribe();
      keeper.flush();
    };
  }, [form, keeper]);

  const decide = () => {
    isHeld.current = false;
    setOffered(null);
  };
  return {
    offered,
    restore(): void {
      const values = offered ? changes(offered, form.getValues()) : [];
      decide();
      for (const [path, value] of values) form.setValue(path, value, { shouldDirty: true });
    },
    discard(): void {
      decide();
      keeper.drop();
      if (opened.differs()) keeper.schedule(() => take.current?.());
    },
    /** After a save: nothing is left to keep, unless something was typed meanwhile. */
    settle(): void {
      if (isHeld.current && offered === null) isHeld.current = false;
      if (opened.differs()) return;
      decide();
      keeper.drop();
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;

/** The inputs of a draft that stand otherwise in the form; names that the form no longer has are passed over. */
function changes(
  { fields }: DraftRecord,
  values: RecognitionValues,
): readonly (readonly [FieldPath, string | boolean])[] {
  return [...flatValues(values)].flatMap(([path, value]) => {
    const kept = fields[path];
    return kept === undefined || kept === value ? [] : [[path, kept] as const];
  });
}

function draftOf(values: RecognitionValues, opened: ReturnType<OpenedRecord['latest']>): DraftInput | undefined {
  const flat = flatValues(values);
  const fields = differingPaths(values, opened.values).map((path) => [path, flat.get(path) ?? ''] as const);
  return fields.length === 0 ? undefined : { version: opened.record.version, fields: Object.fromEntries(fields) };
}
