import Button from '@mui/material/Button';
import { RENOVATION_TAB_LABELS, RENOVATION_TABS } from '@anju/domain';
import { Link, useSearchParams } from 'react-router-dom';
import { hasDuty, isTownshipUnset, useCurrentUser } from '../auth/current-user';
import { personConditions, usePersonCondition } from '../households/person-conditions';
import { ListPanel } from '../layout/card';
import { Page } from '../layout/page';
import { TabRow } from '../layout/tab-row';
import { MessageState } from '../states/message-state';
import { Icon } from '../theme/icon';
import { filterOf, questionOf, searchOf, type RenovationQuestion } from './question';
import { RenovationConditions } from './renovation-conditions';
import { RenovationList } from './renovation-list';
import { useTabCounts } from './use-renovations';

const LIST = '/renovations';

/** 危房改造档案: the archives by condition and by what is still to be done with them. */
export function RenovationsPage() {
  const user = useCurrentUser();
  const mayEnter = hasDuty(user, 'enter');
  return (
    <Page
      title="危房改造档案"
      shortTitle="危改档案"
      description="农户档案：查询、录入、更正，并与建档立卡户关联。"
      actions={
        mayEnter && (
          <Button component={Link} to="/renovations/new" variant="contained" color="primary">
            <Icon name="plus" />
            新增
          </Button>
        )
      }
    >
      {isTownshipUnset(user) ? <MessageState icon="info" title="您尚未设置行政区划，暂无档案" /> : <RenovationsPanel />}
    </Page>
  );
}

function RenovationsPanel() {
  const [search, setSearch] = useSearchParams();
  const question = questionOf(search);
  const person = usePersonCondition(LIST);
  const filter = filterOf(question, person);
  const counts = useTabCounts(filter);
  const page = Math.max(1, Math.trunc(Number(search.get('page')) || 1));
  const ask = (asked: RenovationQuestion) => setSearch(searchOf(asked));
  return (
    <ListPanel aria-label="档案">
      <TabRow role="tablist" aria-label="档案分类">
        {RENOVATION_TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            aria-selected={tab === question.tab}
            onClick={() => ask({ ...question, tab })}
          >
            {RENOVATION_TAB_LABELS[tab]} <span className="count">{counts[tab]}</span>
          </button>
        ))}
      </TabRow>
      <RenovationConditions
        key={JSON.stringify([question, person])}
        question={question}
        person={person}
        onAsk={(asked, whom) => {
          personConditions.set(LIST, whom);
          ask(asked);
        }}
      />
      <RenovationList
        filter={filter}
        page={page}
        onPage={(to) => setSearch({ ...searchOf(question), page: String(to) })}
        onReset={() => {
          personConditions.set(LIST, '');
          setSearch({});
        }}
      />
    </ListPanel>
  );
}
