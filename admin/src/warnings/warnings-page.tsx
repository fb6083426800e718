import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { hasDuty, isTownshipUnset, useCurrentUser } from '../auth/current-user';
import { ExportButton } from '../exchange/export-button';
import { t } from '../language/t';
import { ListPanel } from '../layout/card';
import { Page } from '../layout/page';
import { MessageState } from '../states/message-state';
import { PHONE } from '../theme/tokens';
import { AdoptAllDialog } from './adopt-all-dialog';
import { BatchPanel } from './batch-panel';
import { FullRunButton } from './full-run-button';
import { KindList } from './kind-list';
import { RegionTable } from './region-table';
import { SleepingNote } from './sleeping-note';
import { useWarningCounts } from './use-warnings';
import { WarningHead } from './warning-head';
import { WarningList } from './warning-list';
import { placeOf, TAB_STATES } from './warning-tab';

const Columns = styled('div')({
  display: 'flex',
  flex: 1,
  gap: 12,
  minHeight: 0,
  [PHONE]: { flex: 'none', flexDirection: 'column', gap: 8 },
});

type Change = Readonly<Record<string, string | undefined>>;

/** 预警分析: what the rules found, by kind, state and region, each with its sentence and what mends it. */
export function WarningsPage() {
  const user = useCurrentUser();
  const isUnset = isTownshipUnset(user);
  const [search, setSearch] = useSearchParams();
  const place = placeOf(search);
  const { tab, kind, order, region, byRegion } = place;
  const { data: counts } = useWarningCounts(user !== undefined && !isUnset, region);
  const [isAdopting, setAdopting] = useState(false);
  const page = Math.max(1, Math.trunc(Number(search.get('page')) || 1));
  const standing = { tab, kind, order, region, view: byRegion ? 'regions' : undefined, page: undefined };
  const next = (change: Change) =>
    Object.fromEntries(
      Object.entries({ ...standing, ...change }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    );
  const go = (change: Change) => setSearch(next(change));
  const mayAdopt = hasDuty(user, 'enter') && tab === 'waiting' && (kind === undefined || kind === 'idError');
  const filter = {
    state: [...TAB_STATES[tab]],
    ...(kind ? { kind } : {}),
    ...(region ? { regionCode: region } : {}),
  };
  return (
    <Page
      title={t('预警分析')}
      shortTitle={t('预警')}
      description={t('每条预警写明规则、数值和对方记录，改正后自动解除。')}
      actions={
        !isUnset && (
          <>
            <ExportButton
              order={{
                resource: 'warnings',
                filter,
              }}
            />
            {mayAdopt && <Button onClick={() => setAdopting(true)}>{t('批量采用建议号码')}</Button>}
            {hasDuty(user, 'handleSpecialCases') && <FullRunButton />}
          </>
        )
      }
    >
      {isUnset ? (
        <MessageState icon="info" title={t('您尚未设置行政区划，暂无预警')} />
      ) : (
        <Columns>
          <KindList counts={counts} current={kind} onChoose={(chosen) => go({ kind: chosen })} />
          <ListPanel aria-label={t('预警')}>
            <WarningHead place={place} counts={counts} onGo={go} />
            {byRegion ? (
              <RegionTable
                region={region}
                kind={kind}
                address={(to, view) =>
                  `/warnings?${new URLSearchParams(
                    next({ region: to, view: view === 'regions' ? view : undefined, tab: 'waiting' }),
                  )}`
                }
              />
            ) : (
              <>
                {tab === 'special' && <BatchPanel kind={kind} region={region} />}
                <WarningList question={{ ...place, page }} onPage={(to) => go({ page: String(to) })} />
              </>
            )}
          </ListPanel>
        </Columns>
      )}
      <SleepingNote counts={counts} />
      {isAdopting && <AdoptAllDialog filter={filter} onClose={() => setAdopting(false)} />}
    </Page>
  );
}
