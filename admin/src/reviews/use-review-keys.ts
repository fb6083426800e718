import { useEffect, useRef } from 'react';

export type ReviewKey = 'j' | 'k' | 'a' | 'r';

/** Single keys for the reviewer; dead while somebody types, composes characters, holds a modifier, or a dialog is open. */
export function useReviewKeys(act: Readonly<Record<ReviewKey, () => void>>): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === COMPOSING || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (isTypedInto(event.target) || document.querySelector('[role=dialog]')) return;
      const key = KEYS.find((known) => known === event.key.toLowerCase());
      if (!key) return;
      event.preventDefault();
      latest.current[key]();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

const KEYS = ['j', 'k', 'a', 'r'] as const;

/** What some browsers send for keys that an input method has taken. */
const COMPOSING = 229;

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
