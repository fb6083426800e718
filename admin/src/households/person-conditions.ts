import { useSyncExternalStore } from 'react';

/** A name or an ID number: what a list is asked about persons. Kept in memory only, never in the address or in storage. */
export interface PersonFilter {
  readonly personName?: string;
  readonly idNumber?: string;
}

function createPersonConditions() {
  const texts = new Map<string, string>();
  const listeners = new Set<() => void>();
  return {
    get: (list: string) => texts.get(list) ?? '',
    set(list: string, text: string): void {
      texts.set(list, text.trim());
      listeners.forEach((listener) => listener());
    },
    clear(): void {
      texts.clear();
      listeners.forEach((listener) => listener());
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What each list is asked about persons, by the list's path. */
export const personConditions = createPersonConditions();

/** The name or ID number a list is asked for now. */
export function usePersonCondition(list: string): string {
  return useSyncExternalStore(personConditions.subscribe, () => personConditions.get(list));
}

/** A text with a digit is an ID number, any other a name. */
export function personFilter(text: string): PersonFilter {
  if (text === '') return {};
  return /\d/.test(text) ? { idNumber: text } : { personName: text };
}
