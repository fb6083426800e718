import { useCurrentUser } from '../auth/current-user';

/** Where the user's choice of columns is kept: office PCs are shared, so it is keyed by user. */
export function useColumnsKey(): string {
  return `households.${useCurrentUser()?.id ?? 0}`;
}
