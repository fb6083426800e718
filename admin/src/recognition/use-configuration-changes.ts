import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import { useCallback, useEffect, useRef } from 'react';
import { session } from '../http/session';
import { t } from '../language/t';

/** A form asks no more often than this whether its configuration still stands. */
const SECONDS_BETWEEN = 5;

/**
 * Tells a form that is being filled in when options, required fields or evidence have changed: it is read anew under what is typed,
 * which stays. Asked when the page or a field of it gets the focus, and before a save; answers whether there was a change.
 */
export function useConfigurationChanges(version: number) {
  const client = useQueryClient();
  const notify = useNotify();
  const known = useRef(version);
  const asked = useRef(0);
  useEffect(() => {
    known.current = Math.max(known.current, version);
  }, [version]);

  const check = useCallback(async (): Promise<boolean> => {
    asked.current = Date.now();
    const now = await publishedVersion();
    if (now === undefined || now === known.current) return false;
    known.current = now;
    await client.invalidateQueries({ queryKey: ['options'] });
    notify(t('表单的选项或要求刚刚更新，已按新的显示；您填写的内容都保留，请核对后保存'), {
      type: 'info',
      autoHideDuration: 10_000,
      anchorOrigin: { vertical: 'top', horizontal: 'center' },
    });
    return true;
  }, [client, notify]);

  useEffect(() => {
    const onFocus = () => {
      if (Date.now() - asked.current > SECONDS_BETWEEN * 1000) void check();
    };
    window.addEventListener('focus', onFocus);
    document.addEventListener('focusin', onFocus);
    return () => {
      window.removeEventListener('focus', onFocus);
      document.removeEventListener('focusin', onFocus);
    };
  }, [check]);

  return check;
}

/** The server's word, without asking anybody to sign in; unknown when offline or refused, which the save itself will tell. */
async function publishedVersion(): Promise<number | undefined> {
  const token = session.token();
  if (token === undefined) return undefined;
  try {
    const answer = await fetch('/api/options/version', { headers: { Authorization: `Bearer ${token}` } });
    const body: unknown = answer.ok ? await answer.json() : undefined;
    const isVersion =
      typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number';
    return isVersion ? Number(body.version) : undefined;
  } catch {
    return undefined;
  }
}
