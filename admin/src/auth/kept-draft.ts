import { useEffect } from 'react';

const keepers = new Set<() => boolean>();

/** While the form is shown, it says whether what was typed in it is kept as a draft. */
export function useTellsOfDraft(isKept: () => boolean): void {
  useEffect(() => {
    keepers.add(isKept);
    return () => void keepers.delete(isKept);
  }, [isKept]);
}

/** Whether what is typed on the shown page is kept as a draft. */
export function isDraftKept(): boolean {
  return [...keepers].some((isKept) => isKept());
}
