import { useBlocker } from 'ra-core';
import { useCallback, useEffect, useRef } from 'react';
import { type Unsaved, useTellsOfUnsaved } from '../../auth/unsaved-input';
import { t } from '../../language/t';
import { LeaveDialog } from './leave-dialog';

interface LedTo {
  readonly nextLocation: { readonly pathname: string };
}

/** Asks before unsaved input or unsent photos are left behind, inside the app and when the tab is closed. */
export function UnsavedGuard({ unsaved }: { readonly unsaved: Unsaved }) {
  const latest = useRef(unsaved);
  useEffect(() => {
    latest.current = unsaved;
  });
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (latest.current() !== undefined) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  useTellsOfUnsaved(useCallback(() => latest.current(), []));
  // A session that has ended leads to /login: there is nothing left to ask. Who signs out is asked before (UserMenu).
  const blocker = useBlocker(
    useCallback(({ nextLocation }: LedTo) => nextLocation.pathname !== '/login' && latest.current() !== undefined, []),
  );
  if (blocker.state !== 'blocked') return null;
  return (
    <LeaveDialog
      words={unsaved() ?? t('有内容尚未保存。')}
      onLeave={() => blocker.proceed?.()}
      onStay={() => blocker.reset?.()}
    />
  );
}
