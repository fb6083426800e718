import Button from '@mui/material/Button';
import { RENOVATION_TABS } from '@anju/domain';
import { Link, useSearchParams } from 'react-router-dom';
import { hasDuty, isTownshipUnset, useCurrentUser } from '../auth/current-user';
import { ExportButton } from '../exchange/export-button';
import { personConditions, usePersonCondition } from '../households/person-conditions';
import { RENOVATION_TAB_LABELS } from '../language/domain-words';
import { t } from '../language/t';
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
      title={t('危房改造档案')}
      shortTitle={t('危改档案')}
      description={t('农户档案：查询、录入、更正，并与建档立卡户关联。')}
      actions={
        <>
          <RenovationExport />
          {mayEnter && (
            <Button component={Link} to="/renovations/new" variant="contained" color="primary">
              <Icon name="plus" />
              {t('新增')}
            </Button>
          )}
        </>
      }
    >
      {isTownshipUnset(user) ? (
        <MessageState icon="info" title={t('您尚未设置行政区划，暂无档案')} />
      ) : (
        <RenovationsPanel />
      )}
    </Page>
  );
}

/** Exports the archives of the conditions on the screen. */
function RenovationExport() {
  const [search] = useSearchParams();
  const filter = filterOf(questionOf(search), usePersonCondition(LIST));
  return <ExportButton order={{ resource: 'renovations', filter }} />;
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
    <ListPanel aria-label={t('档案')}>
      <TabRow role="tablist" aria-label={t('档案分类')}>
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
