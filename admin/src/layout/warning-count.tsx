import { useCurrentUser } from '../auth/current-user';
import { countText } from '../vocabulary/numbers';
import { useWarningCounts } from '../warnings/use-warnings';
import { countOf } from '../warnings/warning-tab';

/** How many warnings of the user's region wait to be mended. */
export function WarningCount() {
  const region = useCurrentUser()?.regionCode;
  const { data } = useWarningCounts(typeof region === 'string');
  return data ? <span className="count">{countText(countOf(data, 'waiting'))}</span> : null;
}
