import type { HouseholdRecord, RecordWarning } from '@anju/domain/contracts';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { placedWarnings } from './model/placed-warnings';
import { type FocusTarget, type RecognitionRules, useRecognition } from './recognition-context';

/** The warning that the address names, while it waits. */
export function useOpenedWarning(): RecordWarning | undefined {
  const { record } = useRecognition();
  const asked = useAskedWarning();
  return record.warnings.find(({ id }) => id === asked);
}

/** Opens the form at the place that mends the warning which the address names, once. */
export function useWarningTarget(
  record: HouseholdRecord,
  rules: RecognitionRules,
  focus: (target: FocusTarget) => void,
): void {
  const asked = useAskedWarning();
  const isOpened = useRef(false);
  useEffect(() => {
    if (isOpened.current) return;
    const [target] = placedWarnings(record, rules).find(({ id }) => id === asked)?.targets ?? [];
    if (target) focus(target);
    isOpened.current = true;
  }, [asked, focus, record, rules]);
}

function useAskedWarning(): number {
  return Number(useSearchParams()[0].get('warning'));
}
