import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState, type FormEvent } from 'react';
import { ConditionSelect } from '../forms/condition-select';
import { ConditionText } from '../forms/condition-text';
import { t } from '../language/t';
import { RegionCascader } from '../regions/region-cascader';
import { colour, PHONE } from '../theme/tokens';
import { StatusSelect } from './status-select';
import { useGrantableRoles, type UserQuestion } from './use-users';

const Form = styled('form')({
  display: 'grid',
  flex: 'none',
  gridTemplateColumns: '1.2fr 1fr 1fr 1.2fr auto',
  gap: 8,
  padding: '10px 16px 8px',
  borderBottom: `1px solid ${colour.line}`,
  '& .buttons': { display: 'flex', gap: 8 },
  [PHONE]: {
    gridTemplateColumns: '1fr 1fr',
    padding: '10px 12px',
    '& .buttons': { gridColumn: '1 / -1', '& > *': { flex: 1 } },
  },
});

interface UserConditionsProps {
  readonly root: string;
  readonly question: UserQuestion;
  readonly onAsk: (question: UserQuestion) => void;
}

const NONE = { name: '', role: '', status: '', regionCode: '', page: 1 } as const;

/** The conditions above the ledger, applied by 查询 or Enter. */
export function UserConditions({ root, question, onAsk }: UserConditionsProps) {
  const [draft, setDraft] = useState(question);
  const roles = useGrantableRoles().map(({ role, label }) => ({ value: role, label }));
  const query = (event: FormEvent) => {
    event.preventDefault();
    onAsk({ ...draft, name: draft.name.trim(), page: 1 });
  };
  const isAsked = Object.values({ ...question, page: '' }).some((value) => value !== '');
  return (
    <Form onSubmit={query} role="search" aria-label={t('查询条件')} className="no-print">
      <ConditionText
        label={t('姓名或用户名')}
        placeholder={t('姓名或用户名')}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      <ConditionSelect
        label={t('角色')}
        value={draft.role}
        choices={roles}
        onChange={(role) => setDraft({ ...draft, role })}
      />
      <StatusSelect value={draft.status} onChange={(status) => setDraft({ ...draft, status })} />
      <RegionCascader
        label={t('行政区划')}
        root={root}
        value={draft.regionCode || root}
        onChange={(code) => setDraft({ ...draft, regionCode: code === root ? '' : code })}
      />
      <div className="buttons">
        {isAsked && <Button onClick={() => onAsk(NONE)}>{t('清除')}</Button>}
        <Button type="submit" color="primary">
          {t('查询')}
        </Button>
      </div>
    </Form>
  );
}
