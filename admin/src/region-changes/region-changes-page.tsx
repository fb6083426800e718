import type { RegionRow } from '@anju/domain/contracts';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useCurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { Page } from '../layout/page';
import { ChangeDialog } from './change-dialog';
import type { ChangeKind } from './change-kind';
import { Columns } from './frame';
import { RegionChangeHistory } from './region-change-history';
import { RegionPane } from './region-pane';

interface Asked {
  readonly kind: ChangeKind;
  readonly region: RegionRow;
}

/** 行政区划调整: regions are merged, split and renamed, with everything that is bound to them. */
export function RegionChangesPage() {
  const own = useCurrentUser()?.regionCode ?? '';
  const [search, setSearch] = useSearchParams();
  const [asked, setAsked] = useState<Asked>();
  const open = search.get('region') ?? own;
  return (
    <Page
      title={t('行政区划调整')}
      shortTitle={t('区划')}
      description={t(
        '合并、拆分、更名：住户、档案、账号、草稿、预警和统计一次随之调整，审核结果不变，以前的统计仍可查。',
      )}
    >
      <Columns>
        <RegionPane
          root={own}
          open={open}
          onOpen={(region) => setSearch({ region })}
          onAsk={(kind, region) => setAsked({ kind, region })}
        />
        <RegionChangeHistory />
      </Columns>
      {asked && <ChangeDialog {...asked} own={own} onClose={() => setAsked(undefined)} />}
    </Page>
  );
}
