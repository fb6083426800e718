import { useLogout, useNotify } from 'ra-core';
import { useEffect } from 'react';
import { t } from '../language/t';
import { isDraftKept } from './kept-draft';
import { lastAct } from './last-act';
import { usePolicy } from './use-policy';

const ACTS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const LOOKED_AT_EVERY_MS = 15_000;
const WARNED_BEFORE_MS = 60_000;

/** Signs out when nothing was done in any tab for as long as the policy says; the server refuses to renew after that, too. */
export function useIdleSignOut(isSignedIn: boolean): void {
  const seconds = usePolicy(isSignedIn).data?.policy.idleSeconds;
  const logout = useLogout();
  const notify = useNotify();
  useEffect(() => {
    if (seconds === undefined) return;
    let isWarned = false;
    const look = () => {
      const left = lastAct.at() + seconds * 1000 - Date.now();
      const isShort = left <= WARNED_BEFORE_MS;
      if (left <= 0) {
        const words = isDraftKept() ? t('；未保存的录入内容已存为草稿') : '';
        notify(t('长时间没有操作，已退出登录{words}', { words }), { type: 'info', autoHideDuration: null });
        void logout();
      } else if (isShort && !isWarned) {
        notify(t('即将因长时间没有操作而退出登录，点按任意处可继续'), { type: 'warning' });
      }
      isWarned = isShort;
    };
    lastAct.note();
    for (const name of ACTS) window.addEventListener(name, lastAct.note, { passive: true });
    const timer = setInterval(look, LOOKED_AT_EVERY_MS);
    return () => {
      for (const name of ACTS) window.removeEventListener(name, lastAct.note);
      clearInterval(timer);
    };
  }, [seconds, logout, notify]);
}
