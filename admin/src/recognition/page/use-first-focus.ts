import type { HouseholdRecord } from '@anju/domain/contracts';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useIsPhone } from '../../theme/use-is-phone';
import { fieldId } from '../fields/field-frame';

/** A household that waits begins at its kind: after Ctrl+Enter or N the keyboard goes on without a way through the whole page. */
export function useFirstFocus({ safeguard, departureReason }: HouseholdRecord): void {
  const [search] = useSearchParams();
  const isPhone = useIsPhone();
  const begins =
    !isPhone && !search.has('at') && !search.has('warning') && safeguard === null && departureReason === null;
  useEffect(() => {
    if (!begins) return;
    const kind = document.getElementById(fieldId('kind'))?.querySelector('input');
    kind?.scrollIntoView({ block: 'nearest' });
    kind?.focus({ preventScroll: true });
  }, [begins]);
}
