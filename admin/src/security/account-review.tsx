import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { USER_STATUSES } from '@anju/domain';
import type { AccountFilter } from '@anju/domain/contracts';
import { useState, type FormEvent } from 'react';
import { usePolicy } from '../auth/use-policy';
import { ConditionText } from '../forms/condition-text';
import { t } from '../language/t';
import { ListFoot } from '../layout/list-foot';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { colour, PHONE } from '../theme/tokens';
import { StatusSelect } from '../users/status-select';
import { AccountTable } from './account-table';
import { ACCOUNTS_A_PAGE, useAccounts } from './use-security';

const Form = styled('form')({
  display: 'grid',
  flex: 'none',
  gridTemplateColumns: 'minmax(160px, 260px) minmax(120px, 200px) auto 1fr',
  gap: 8,
  alignItems: 'center',
  padding: '10px 16px 8px',
  fontSize: 13,
  borderBottom: `1px solid ${colour.line}`,
  [PHONE]: { gridTemplateColumns: '1fr 1fr', padding: '10px 12px', '& > .words': { gridColumn: '1 / -1' } },
});

interface AccountReviewProps {
  readonly isDormant: boolean;
  /** The state with which the list opens; empty is every state. */
  readonly askedStatus: string;
}

function filterOf(isDormant: boolean, name: string, asked: string): AccountFilter {
  const status = USER_STATUSES.filter((known) => known === asked);
  return { ...(isDormant && { dormant: true }), ...(name && { name }), ...(status.length > 0 && { status }) };
}

/** Accounts of the node: all, or those without a sign-in for as long as the policy says. */
export function AccountReview({ isDormant, askedStatus }: AccountReviewProps) {
  const [draft, setDraft] = useState({ name: '', status: askedStatus });
  const [filter, setFilter] = useState<AccountFilter>(() => filterOf(isDormant, '', askedStatus));
  const [page, setPage] = useState(1);
  const days = usePolicy().data?.policy.dormantDays;
  const query = (event: FormEvent) => {
    event.preventDefault();
    setPage(1);
    setFilter(filterOf(isDormant, draft.name.trim(), draft.status));
  };
  return (
    <>
      <Form onSubmit={query} role="search" aria-label={t('查询条件')}>
        <ConditionText
          label={t('姓名或用户名')}
          placeholder={t('姓名或用户名')}
          value={draft.name}
          onChange={(name) => setDraft({ ...draft, name })}
        />
        <StatusSelect value={draft.status} onChange={(status) => setDraft({ ...draft, status })} />
        <Button type="submit" color="primary">
          {t('查询')}
        </Button>
        <span className="muted words">
          {isDormant &&
            days !== undefined &&
            t('{days} 天以上没有登录、未停用的账号：停用，或说明原因后保留。', { days })}
        </span>
      </Form>
      <Accounts filter={filter} page={page} onPage={setPage} />
    </>
  );
}

interface AccountsProps {
  readonly filter: AccountFilter;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function Accounts({ filter, page, onPage }: AccountsProps) {
  const { data, error, refetch } = useAccounts(filter, page);
  if (error) return <FailureState subject={t('账号')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows />;
  if (data.rows.length === 0) {
    return <MessageState icon="check" title={filter.dormant ? t('没有长期未登录的账号') : t('没有符合条件的账号')} />;
  }
  const from = (page - 1) * ACCOUNTS_A_PAGE + 1;
  return (
    <>
      <AccountTable rows={data.rows} />
      <ListFoot
        from={from}
        shown={data.rows.length}
        total={data.total}
        unit={t('个账号')}
        onPrevious={page > 1 ? () => onPage(page - 1) : undefined}
        onNext={from + data.rows.length > (data.total?.count ?? 0) ? undefined : () => onPage(page + 1)}
      />
    </>
  );
}
