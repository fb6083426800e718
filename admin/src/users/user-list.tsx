import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { colour } from '../theme/tokens';
import { useIsPhone } from '../theme/use-is-phone';
import { countText } from '../vocabulary/numbers';
import { UserCards } from './user-cards';
import type { UserHandlers } from './user-handlers';
import { UserTable } from './user-table';
import { USERS_A_PAGE, useUsers, type UserQuestion } from './use-users';

const Foot = styled('div')({
  display: 'flex',
  flex: 'none',
  alignItems: 'center',
  gap: 8,
  minHeight: 44,
  padding: '0 16px',
  fontSize: 13,
  color: colour.ink2,
  borderTop: `1px solid ${colour.line}`,
  '& .end': { marginLeft: 'auto', display: 'flex', gap: 8 },
});

interface UserListProps extends UserHandlers {
  readonly question: UserQuestion;
  readonly onPage: (page: number) => void;
}

/** One page of the ledger, as a table or as cards, or in words why there is none. */
export function UserList({ question, onPage, ...handlers }: UserListProps) {
  const { data, error, refetch } = useUsers(question);
  const isPhone = useIsPhone();
  if (error) return <FailureState subject="用户名单" error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows />;
  if (data.rows.length === 0) {
    return (
      <MessageState icon="search" title="没有符合条件的用户">
        请减少查询条件；还没有开通过的账号，可在右上角新增。
      </MessageState>
    );
  }
  const from = (question.page - 1) * USERS_A_PAGE + 1;
  const to = from + data.rows.length - 1;
  return (
    <>
      {isPhone ? (
        <UserCards rows={data.rows} {...handlers} />
      ) : (
        <UserTable rows={data.rows} from={from} {...handlers} />
      )}
      <Foot className="no-print">
        <span>
          第 {countText(from)}–{countText(to)} 人，共 {countText(data.total)} 人
        </span>
        <div className="end">
          <Button size="small" disabled={question.page <= 1} onClick={() => onPage(question.page - 1)}>
            上一页
          </Button>
          <Button size="small" disabled={to >= data.total} onClick={() => onPage(question.page + 1)}>
            下一页
          </Button>
        </div>
      </Foot>
    </>
  );
}
