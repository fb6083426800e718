import { useNavigate } from 'react-router-dom';
import { t } from '../language/t';
import { TabRow } from '../layout/tab-row';
import { statisticsAddress, type ShownStatistics } from './question';
import { useStatisticsTables } from './use-statistics';

/** One tab for each table that the server computes. */
export function StatisticsTabs({ shown }: { readonly shown: ShownStatistics }) {
  const navigate = useNavigate();
  const { data: tables = [] } = useStatisticsTables();
  return (
    <TabRow role="tablist" aria-label={t('统计表')} className="no-print">
      {tables.map(({ table, label }) => (
        <button
          key={table}
          ref={table === shown.table ? showTab : undefined}
          type="button"
          role="tab"
          aria-selected={table === shown.table}
          onClick={() => navigate(statisticsAddress({ ...shown, table }))}
        >
          {label.replace(/情况$/, '')}
        </button>
      ))}
    </TabRow>
  );
}

/** Nine tabs are wider than a phone: the chosen one scrolls into its row. */
function showTab(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
