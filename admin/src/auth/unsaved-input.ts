import { useEffect } from 'react';

/** What would be lost by leaving the page now; undefined when nothing would. */
export type Unsaved = () => string | undefined;

const pages = new Set<Unsaved>();

/** While the page is shown, it says what a sign-out would lose. */
export function useTellsOfUnsaved(unsaved: Unsaved): void {
  useEffect(() => {
    pages.add(unsaved);
    return () => void pages.delete(unsaved);
  }, [unsaved]);
}

/** What a sign-out would lose now; undefined when nothing. */
export function unsavedInput(): string | undefined {
  return [...pages].map((unsaved) => unsaved()).find((words) => words !== undefined);
}
