import { useNavigate } from 'react-router-dom';
import { TabRow } from '../layout/tab-row';
import { statisticsAddress, type ShownStatistics } from './question';
import { useStatisticsTables } from './use-statistics';

/** One tab for each table that the server computes. */
export function StatisticsTabs({ shown }: { readonly shown: ShownStatistics }) {
  const navigate = useNavigate();
  const { data: tables = [] } = useStatisticsTables();
  return (
    <TabRow role="tablist" aria-label="统计表" className="no-print">
      {tables.map(({ table, label }) => (
        <button
          key={table}
          type="button"
          role="tab"
          aria-selected={table === shown.table}
          onClick={() => navigate(statisticsAddress({ ...shown, table }))}
        >
          {label}
        </button>
      ))}
    </TabRow>
  );
}
