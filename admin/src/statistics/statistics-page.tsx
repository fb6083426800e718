import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { StatisticsTable } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { Page } from '../layout/page';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { Icon } from '../theme/icon';
import { PHONE } from '../theme/tokens';
import { useIsPhone } from '../theme/use-is-phone';
import { DayChoice } from './day-choice';
import { Equation } from './equation';
import { PrintHead } from './print-head';
import { ProgressChart } from './progress-chart';
import { useShownStatistics } from './question';
import { ScopeToggle } from './scope-toggle';
import { StatisticsCards } from './statistics-cards';
import { StatisticsNote } from './statistics-note';
import { StatisticsPath } from './statistics-path';
import { StatisticsGrid } from './statistics-table';
import { StatisticsTabs } from './statistics-tabs';
import { WorkbookButton } from './workbook-button';
import { useStatisticsTable } from './use-statistics';

const Panel = styled(Card)({
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  overflow: 'hidden',
  '& .phone-path': { padding: '10px 12px 0', fontSize: 14, overflow: 'auto hidden' },
  [PHONE]: { overflow: 'visible', flex: 'none' },
  '@media print': { overflow: 'visible', border: 0, breakInside: 'auto' },
});

/** 数据统计分析: the tables, drilled down by region, each count a link to its list. */
export function StatisticsPage() {
  const shown = useShownStatistics();
  const { data, error, refetch } = useStatisticsTable(shown.table, {
    region: shown.region,
    scope: shown.scope,
    day: shown.day,
  });
  return (
    <Page
      title={t('数据统计分析')}
      shortTitle={t('统计')}
      description={<StatisticsPath shown={shown} />}
      actions={
        <>
          <DayChoice shown={shown} />
          <ScopeToggle shown={shown} />
          <WorkbookButton shown={shown} />
          <Button className="desktop-only" onClick={() => window.print()} aria-label={t('打印')}>
            <Icon name="print" />
          </Button>
        </>
      }
    >
      <Panel aria-label={t('统计表')}>
        <div className="phone-path phone-only">
          <StatisticsPath shown={shown} />
        </div>
        <StatisticsTabs shown={shown} />
        {error ? (
          <FailureState subject={t('统计表')} error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <TableBody table={data} />
        ) : (
          <LoadingRows />
        )}
      </Panel>
    </Page>
  );
}

function TableBody({ table }: { readonly table: StatisticsTable }) {
  const isPhone = useIsPhone();
  return (
    <>
      <PrintHead table={table} />
      <Equation table={table} />
      {table.rows.length === 0 && (
        <MessageState icon="info" title={t('{regionName}没有可统计的下级', { regionName: table.regionName })}>
          {t('合计见上方；也可以从上级区划看起。')}
        </MessageState>
      )}
      {table.rows.length > 0 && (isPhone ? <StatisticsCards table={table} /> : <StatisticsGrid table={table} />)}
      {table.table === 'T2' && table.scope === 'registry' && table.day === null && (
        <ProgressChart region={table.region} />
      )}
      <StatisticsNote table={table} />
    </>
  );
}
