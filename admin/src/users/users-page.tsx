import Button from '@mui/material/Button';
import type { UserRow } from '@anju/domain/contracts';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { hasDuty, useCurrentUser, useIsUserPending } from '../auth/current-user';
import { t } from '../language/t';
import { ListPanel } from '../layout/card';
import { Page } from '../layout/page';
import { MessageState } from '../states/message-state';
import { Icon } from '../theme/icon';
import { PasswordSlips, type SlipContent } from './password-slips';
import { BatchDialog } from './batch-dialog';
import { Proposals } from './proposals';
import { UserConditions } from './user-conditions';
import { UserDialog } from './user-dialog';
import { UserList } from './user-list';
import { useQuestion } from './use-question';

/** What is open over the ledger: the form of a new or a known person, or of several new ones. */
type Form =
  | { readonly of: 'batch' }
  | { readonly of: 'new'; readonly regionCode: string }
  | { readonly of: 'known'; readonly user: UserRow };

/** 用户管理: the ledger of those who enter and review, with the work that each has done. */
export function UsersPage() {
  const user = useCurrentUser();
  const isPending = useIsUserPending();
  const { question, ask } = useQuestion();
  const [form, setForm] = useState<Form>();
  const [slip, setSlip] = useState<SlipContent>();
  const showSlip = (content: SlipContent) => {
    setForm(undefined);
    setSlip(content);
  };
  if (isPending) return null;
  if (!user || !hasDuty(user, 'manageUsers', 'manageAccounts')) {
    return (
      <MessageState icon="info" title={t('您的账号没有用户管理权限')} next={<Link to="/">{t('回到工作台')}</Link>} />
    );
  }
  return (
    <Page
      title={t('用户管理')}
      shortTitle={t('用户')}
      description={t('录入人台账：开通下级账号，查看每人的录入情况。')}
      actions={
        <>
          <Button className="desktop-only" onClick={() => window.print()}>
            <Icon name="print" />
            {t('打印')}
          </Button>
          {user.level === 'county' && (
            <Button className="desktop-only" onClick={() => setForm({ of: 'batch' })}>
              {t('批量新增')}
            </Button>
          )}
          <Button variant="contained" color="primary" onClick={() => setForm({ of: 'new', regionCode: '' })}>
            <Icon name="plus" />
            {t('新增用户')}
          </Button>
        </>
      }
    >
      <Proposals user={user} onChoose={(regionCode) => setForm({ of: 'new', regionCode })} />
      <ListPanel aria-label={t('录入人台账')}>
        <UserConditions key={JSON.stringify(question)} root={user.regionCode ?? ''} question={question} onAsk={ask} />
        <UserList
          question={question}
          onPage={(page) => ask({ ...question, page })}
          onEdit={(row) => setForm({ of: 'known', user: row })}
          onPassword={setSlip}
        />
      </ListPanel>
      {form && form.of !== 'batch' && (
        <UserDialog
          known={form.of === 'known' ? form.user : undefined}
          regionCode={form.of === 'new' ? form.regionCode : form.user.regionCode}
          onClose={() => setForm(undefined)}
          onCreated={showSlip}
        />
      )}
      {form?.of === 'batch' && (
        <BatchDialog county={user.regionCode ?? ''} onClose={() => setForm(undefined)} onCreated={showSlip} />
      )}
      {slip && <PasswordSlips content={slip} onClose={() => setSlip(undefined)} />}
    </Page>
  );
}
