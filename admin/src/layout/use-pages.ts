import { hasDuty, useCurrentUser } from '../auth/current-user';
import { PAGES, type PageEntry } from './pages';

/** The pages the signed-in user's duties open. */
export function usePages(): readonly PageEntry[] {
  const user = useCurrentUser();
  return PAGES.filter((page) => hasDuty(user, ...page.duties));
}
