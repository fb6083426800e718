import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { download } from '../http/download';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { ListPanel } from '../layout/card';
import { Page } from '../layout/page';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import { filterOf, NO_CONDITIONS, type JournalDraft } from './conditions';
import { IntegrityCard } from './integrity-card';
import { JournalConditions } from './journal-conditions';
import { JournalList } from './journal-list';
import { journalFileAddress, useJournalRefresh } from './use-journal';

const Fault = styled('p')({ margin: 0, color: colour.warning, fontSize: 13 });

/** 操作日志: who, when, what, old and new, with the check of its integrity; for the audit administrator. */
export function JournalPage() {
  const [draft, setDraft] = useState<JournalDraft>(NO_CONDITIONS);
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string>();
  const refresh = useJournalRefresh();
  const filter = filterOf(draft);
  const query = (next: JournalDraft) => {
    const isShown = cursors.length === 0 && JSON.stringify(next) === JSON.stringify(draft);
    setDraft(next);
    setCursors([]);
    // Each reading is an entry: other conditions are read by themselves.
    if (isShown) void refresh();
  };
  const save = () => {
    setProblem(undefined);
    download(journalFileAddress(filter)).catch((error: unknown) => setProblem(sentenceOf(error)));
  };
  return (
    <Page
      title={t('操作日志')}
      shortTitle={t('日志')}
      description={t('谁、何时、做了什么。个人信息只显示掩码；查阅和导出本身也记入日志。')}
      actions={
        <>
          <Button onClick={() => query(draft)}>
            <Icon name="retry" />
            {t('刷新')}
          </Button>
          <Button onClick={save}>
            <Icon name="file" />
            {t('导出 CSV')}
          </Button>
        </>
      }
    >
      {problem && <Fault role="alert">{problem}</Fault>}
      <IntegrityCard />
      <ListPanel aria-label={t('日志记录')}>
        <JournalConditions key={JSON.stringify(draft)} initial={draft} onQuery={query} />
        <JournalList
          filter={filter}
          cursors={cursors}
          onCursors={setCursors}
          onSubject={(subjectTable, id) => query({ ...NO_CONDITIONS, subjectTable, subjectId: String(id) })}
        />
      </ListPanel>
    </Page>
  );
}
