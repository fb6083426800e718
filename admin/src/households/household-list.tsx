import type { HouseholdSource } from '@anju/domain';
import { styled } from '@mui/material/styles';
import { ListBase } from 'ra-core';
import { ColumnsButton } from 'ra-ui-materialui';
import type { ReactNode } from 'react';
import { t } from '../language/t';
import { Page } from '../layout/page';
import { Card } from '../layout/card';
import { colour, DESKTOP, PHONE, size } from '../theme/tokens';
import { useIsPhone } from '../theme/use-is-phone';
import { ConditionBar } from './condition-bar';
import { UNRECOGNISED, type ListFilter } from './list-filter';
import { ListBody } from './list-body';
import { ListTabs } from './list-tabs';
import { Pager } from './pager';
import { personFilter, usePersonCondition } from './person-conditions';
import { PhoneBar } from './phone-bar';
import { PhoneChips } from './phone-chips';
import { useColumnsKey } from './use-columns-key';

const Panel = styled(Card)({
  display: 'flex',
  flexDirection: 'column',
  flex: 1,
  minHeight: 0,
  [DESKTOP]: { overflow: 'hidden', minHeight: 320 },
  '& > .tabs': {
    display: 'flex',
    flex: 'none',
    alignItems: 'center',
    borderBottom: `1px solid ${colour.line}`,
    '& > [role=tablist]': { flex: 1, minWidth: 0, borderBottom: 0 },
    '& > span': { flex: 'none', paddingRight: 12 },
  },
  [PHONE]: {
    border: 0,
    background: 'none',
    flex: 'none',
    gap: 8,
    '& > .tabs': { background: colour.surface, border: `1px solid ${colour.line}`, borderRadius: size.radius },
  },
});

interface HouseholdListProps {
  /** The path of the page: its person conditions are kept under it. */
  readonly list: '/entry' | '/query' | '/off-list';
  /** Shows the households of this source alone. */
  readonly source?: HouseholdSource;
  readonly title: string;
  readonly shortTitle: string;
  readonly description: string;
  readonly actions?: ReactNode;
}

/** A list of households with its conditions, tabs, table or cards, and paging. */
export function HouseholdList({ list, source, title, shortTitle, description, actions }: HouseholdListProps) {
  const persons = personFilter(usePersonCondition(list));
  const fixed = source === undefined ? persons : { ...persons, source };
  const startsWith: ListFilter = source === undefined ? UNRECOGNISED : {};
  const storeKey = useColumnsKey();
  const isPhone = useIsPhone();
  return (
    <ListBase
      resource="households"
      filter={fixed}
      filterDefaultValues={startsWith}
      sort={{ field: 'regionCode', order: 'ASC' }}
      perPage={25}
      storeKey={false}
      queryOptions={{ refetchOnMount: 'always' }}
    >
      <Page title={title} shortTitle={shortTitle} description={description} actions={isPhone ? undefined : actions}>
        <Panel aria-label={t('名单')}>
          <div className="tabs">
            <ListTabs fixed={fixed} />
            {!isPhone && <ColumnsButton storeKey={storeKey} />}
          </div>
          {isPhone ? <PhoneChips list={list} /> : <ConditionBar list={list} />}
          <ListBody cards={isPhone} />
          <Pager />
        </Panel>
      </Page>
      {isPhone && <PhoneBar list={list}>{actions}</PhoneBar>}
    </ListBase>
  );
}
