import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState, type FormEvent } from 'react';
import { useCurrentUser } from '../auth/current-user';
import { ConditionDay } from '../forms/condition-day';
import { ConditionSelect, type Choice } from '../forms/condition-select';
import { ConditionText } from '../forms/condition-text';
import { JOURNAL_ACTION_LABELS, JOURNAL_SUBJECT_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { RegionCascader } from '../regions/region-cascader';
import { Icon } from '../theme/icon';
import { colour, PHONE } from '../theme/tokens';
import { NO_CONDITIONS, type JournalDraft } from './conditions';

const Form = styled('form')({
  flex: 'none',
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(190px, 1fr))',
  gap: 8,
  padding: '10px 16px',
  borderBottom: `1px solid ${colour.line}`,
  '& .reads': { display: 'flex', alignItems: 'center', gap: 6, fontSize: 13, color: colour.ink2 },
  '& .buttons': { display: 'flex', gap: 8 },
  [PHONE]: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: 12,
    // Closed, only the way to open it shows.
    '&.closed > :not(.opener)': { display: 'none' },
  },
});

interface JournalConditionsProps {
  readonly initial: JournalDraft;
  readonly onQuery: (draft: JournalDraft) => void;
}

/** The conditions of the journal, applied by 查询 or Enter; a typed number is never kept in the address. */
export function JournalConditions({ initial, onQuery }: JournalConditionsProps) {
  const root = useCurrentUser()?.regionCode ?? '';
  const [draft, setDraft] = useState(initial);
  const [isOpen, setOpen] = useState(false);
  const set = (name: keyof JournalDraft) => (value: string) => setDraft({ ...draft, [name]: value });
  const query = (event: FormEvent) => {
    event.preventDefault();
    onQuery(draft);
  };
  return (
    <Form onSubmit={query} role="search" aria-label={t('查询条件')} className={isOpen ? undefined : 'closed'}>
      <Button className="opener phone-only" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="filter" />
        {t('查询条件')}
      </Button>
      <ConditionText label={t('操作人')} value={draft.actor} onChange={set('actor')} />
      <ConditionSelect
        label={t('操作')}
        value={draft.action}
        choices={choicesOf(JOURNAL_ACTION_LABELS)}
        onChange={set('action')}
      />
      <ConditionSelect
        label={t('对象')}
        value={draft.subjectTable}
        choices={choicesOf(JOURNAL_SUBJECT_LABELS)}
        onChange={set('subjectTable')}
      />
      <ConditionText label={t('对象编号')} value={draft.subjectId} onChange={set('subjectId')} />
      <RegionCascader
        label={t('行政区划')}
        root={root}
        value={draft.regionCode || root}
        onChange={(code) => setDraft({ ...draft, regionCode: code === root ? '' : code })}
      />
      <ConditionDay label={t('自')} value={draft.dateFrom} onChange={set('dateFrom')} />
      <ConditionDay label={t('至')} value={draft.dateTo} onChange={set('dateTo')} />
      <ConditionText label={t('户编号')} value={draft.registryNumber} onChange={set('registryNumber')} />
      <ConditionText label={t('证件号码')} value={draft.idNumber} onChange={set('idNumber')} />
      <label className="reads">
        <input
          type="checkbox"
          checked={draft.withReads}
          onChange={(event) => setDraft({ ...draft, withReads: event.target.checked })}
        />
        {t('含查阅日志的记录')}
      </label>
      <div className="buttons">
        <Button
          onClick={() => {
            setDraft(NO_CONDITIONS);
            onQuery(NO_CONDITIONS);
          }}
        >
          {t('清除')}
        </Button>
        <Button type="submit" color="primary">
          {t('查询')}
        </Button>
      </div>
    </Form>
  );
}

function choicesOf(labels: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
