import { t } from '../language/t';
import { ListFoot } from '../layout/list-foot';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { useIsPhone } from '../theme/use-is-phone';
import { UserCards } from './user-cards';
import type { UserHandlers } from './user-handlers';
import { UserTable } from './user-table';
import { USERS_A_PAGE, useUsers, type UserQuestion } from './use-users';

interface UserListProps extends UserHandlers {
  readonly question: UserQuestion;
  readonly onPage: (page: number) => void;
}

/** One page of the ledger, as a table or as cards, or in words why there is none. */
export function UserList({ question, onPage, ...handlers }: UserListProps) {
  const { data, error, refetch } = useUsers(question);
  const isPhone = useIsPhone();
  if (error) return <FailureState subject={t('用户名单')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows />;
  if (data.rows.length === 0) {
    return (
      <MessageState icon="search" title={t('没有符合条件的用户')}>
        {t('请减少查询条件；还没有开通过的账号，可在右上角新增。')}
      </MessageState>
    );
  }
  const from = (question.page - 1) * USERS_A_PAGE + 1;
  return (
    <>
      {isPhone ? (
        <UserCards rows={data.rows} {...handlers} />
      ) : (
        <UserTable rows={data.rows} from={from} {...handlers} />
      )}
      <ListFoot
        from={from}
        shown={data.rows.length}
        total={data.total}
        unit={t('人')}
        onPrevious={question.page > 1 ? () => onPage(question.page - 1) : undefined}
        onNext={from + data.rows.length > (data.total?.count ?? 0) ? undefined : () => onPage(question.page + 1)}
      />
    </>
  );
}
