import { useCurrentUser } from '../auth/current-user';
import { useStatisticsTable } from '../statistics/use-statistics';
import { waitingCount } from '../statistics/waiting-count';
import { countText } from '../vocabulary/numbers';

/** How many households of the user's region nobody has recognised yet. */
export function UnrecognisedCount() {
  const region = useCurrentUser()?.regionCode;
  const { data } = useStatisticsTable('T2', { region: region ?? '', scope: 'registry' }, typeof region === 'string');
  return data ? <span className="count">{countText(waitingCount(data.total))}</span> : null;
}
