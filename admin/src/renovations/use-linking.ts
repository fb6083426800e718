import { useState } from 'react';
import { problemFields, sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { useRenovationStep } from './use-renovations';

/** What is at fault in a link: what was chosen, the reason, or something else. */
interface LinkFaults {
  readonly choice?: string | undefined;
  readonly reason?: string | undefined;
}

/** Links an archive and a household, one of which is chosen, with a reason; `nothing` is said while none is. */
export function useLinking(nothing: string, onClose: () => void) {
  const step = useRenovationStep();
  const [chosen, setChosen] = useState<number>();
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<LinkFaults>({});
  const [busy, setBusy] = useState(false);
  const link = async (pairOf: (chosen: number) => { readonly archive: number; readonly householdId: number }) => {
    if (chosen === undefined) return setFaults({ choice: nothing });
    if (reason.trim() === '') return setFaults({ reason: t('请填写关联原因') });
    const { archive, householdId } = pairOf(chosen);
    setBusy(true);
    setFaults({});
    try {
      await step(`/${archive}/link`, 'POST', { householdId, reason: reason.trim() });
      onClose();
    } catch (error) {
      const fields = problemFields(error);
      const { reason: reasonFault } = fields;
      setFaults({ reason: reasonFault, choice: fields.householdId ?? (reasonFault ? undefined : sentenceOf(error)) });
      setBusy(false);
    }
  };
  return { chosen, setChosen, reason, setReason, faults, busy, link };
}
