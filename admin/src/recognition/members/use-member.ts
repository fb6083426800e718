import type { MemberRecord } from '@anju/domain/contracts';
import { useState } from 'react';
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import { memberKey, type FieldPath, type RecognitionValues } from '../model/values';
import { useRecognition } from '../recognition-context';
import { numberState } from './verdict-words';

/** A member's row: its inputs, the verdict on the number that counts, and the proposal while it stands. */
export function useMember(member: MemberRecord) {
  const { rules, focus } = useRecognition();
  const { control, setValue, clearErrors } = useFormContext<RecognitionValues>();
  const key = memberKey(member);
  const numberPath: FieldPath = `members.${key}.correctedIdNumber`;
  const phonePath: FieldPath = `members.${key}.correctedPhone`;
  const typed = useWatch({ control, name: `members.${key}.correctedIdNumber` });
  const { errors } = useFormState({ control, name: [`members.${key}`] });
  const [refused, setRefused] = useState<string>();
  const state = numberState(member.registryIdNumber, typed, rules.idNumbers);
  const proposal = state.proposal?.number === refused ? undefined : state.proposal;
  const faults = errors.members?.[key];
  return {
    numberPath,
    phonePath,
    state,
    proposal,
    faults: [faults?.correctedIdNumber?.message, faults?.correctedPhone?.message].filter((text) => text !== undefined),
    /** Takes the proposed number over as the correction: only ever by the clerk's click. */
    adopt(number: string) {
      setValue(`members.${key}.correctedIdNumber`, number, { shouldDirty: true });
      clearErrors(`members.${key}.correctedIdNumber`);
      focus({ path: numberPath });
    },
    refuse: () => setRefused(state.proposal?.number),
  };
}

export type MemberState = ReturnType<typeof useMember>;
