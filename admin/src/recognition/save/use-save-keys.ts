import { useEffect, useRef } from 'react';
import type { SaveIntent } from './use-save';

/** Ctrl+S saves, Ctrl+Enter saves and opens the next; not while a dialog asks something, nor inside an input method. */
export function useSaveKeys(onSave: (intent: SaveIntent) => void): void {
  const latest = useRef(onSave);
  useEffect(() => {
    latest.current = onSave;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const intent = intentOf(event);
      if (!intent) return;
      event.preventDefault();
      if (event.isComposing || event.repeat || document.querySelector('[role=dialog]')) return;
      leaveField();
      latest.current(intent);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function intentOf(event: KeyboardEvent): SaveIntent | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  if (event.key.toLowerCase() === 's') return 'stay';
  return event.key === 'Enter' ? 'next' : undefined;
}

/** A date or an amount is read when its input is left; the key leaves it in the clerk's place. */
function leaveField(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement)) return;
  field.blur();
  field.focus({ preventScroll: true });
}
