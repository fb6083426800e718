import { styled } from '@mui/material/styles';
import { useSearchParams } from 'react-router-dom';
import { isTownshipUnset, useCurrentUser } from '../auth/current-user';
import { ListPanel } from '../layout/card';
import { Page } from '../layout/page';
import { TabRow } from '../layout/tab-row';
import { MessageState } from '../states/message-state';
import { PHONE } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';
import { KindList } from './kind-list';
import { SleepingNote } from './sleeping-note';
import { useWarningCounts } from './use-warnings';
import { WarningList } from './warning-list';
import { countOf, placeOf, TAB_LABELS, WARNING_TABS } from './warning-tab';

const Columns = styled('div')({
  display: 'flex',
  flex: 1,
  gap: 12,
  minHeight: 0,
  [PHONE]: { flex: 'none', flexDirection: 'column', gap: 8 },
});

/** 预警分析: what the rules found, by kind and state, each with its sentence and what mends it. */
export function WarningsPage() {
  const user = useCurrentUser();
  const isUnset = isTownshipUnset(user);
  const { data: counts } = useWarningCounts(user !== undefined && !isUnset);
  const [search, setSearch] = useSearchParams();
  const { tab, kind } = placeOf(search);
  const page = Math.max(1, Math.trunc(Number(search.get('page')) || 1));
  const go = (change: Readonly<Record<string, string | undefined>>) => {
    const next = { tab, kind, page: undefined, ...change };
    setSearch(Object.fromEntries(Object.entries(next).flatMap(([name, value]) => (value ? [[name, value]] : []))));
  };
  return (
    <Page title="预警分析" shortTitle="预警" description="每条预警写明规则、数值和对方记录，改正后自动解除。">
      {isUnset ? (
        <MessageState icon="info" title="您尚未设置行政区划，暂无预警" />
      ) : (
        <Columns>
          <KindList counts={counts} current={kind} onChoose={(chosen) => go({ kind: chosen })} />
          <ListPanel aria-label="预警">
            <TabRow role="tablist" aria-label="预警状态">
              {WARNING_TABS.map((entry) => (
                <button
                  key={entry}
                  type="button"
                  role="tab"
                  aria-selected={entry === tab}
                  onClick={() => go({ tab: entry })}
                >
                  {TAB_LABELS[entry]} <span className="count">{countText(countOf(counts, entry, kind))}</span>
                </button>
              ))}
            </TabRow>
            <WarningList question={{ tab, kind, page }} onPage={(to) => go({ page: String(to) })} />
          </ListPanel>
        </Columns>
      )}
      <SleepingNote counts={counts} />
    </Page>
  );
}
