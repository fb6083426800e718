import { Link, useSearchParams } from 'react-router-dom';
import { hasDuty, useCurrentUser, useIsUserPending } from '../auth/current-user';
import { t } from '../language/t';
import { ListPanel } from '../layout/card';
import { Page } from '../layout/page';
import { TabRow } from '../layout/tab-row';
import { MessageState } from '../states/message-state';
import { AccountReview } from './account-review';
import { PolicyForm } from './policy-form';

const TABS = { dormant: t('长期未登录'), all: t('全部账号'), policy: t('登录策略') } as const;
type Tab = keyof typeof TABS;

/** 账号安全: what the security administrator watches and sets; accounts are made in 用户管理. */
export function SecurityPage() {
  const user = useCurrentUser();
  const isPending = useIsUserPending();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('tab');
  const tab: Tab = asked === 'all' || asked === 'policy' ? asked : 'dormant';
  if (isPending) return null;
  if (!hasDuty(user, 'manageAccounts')) {
    return (
      <MessageState icon="info" title={t('您的账号没有账号安全权限')} next={<Link to="/">{t('回到首页')}</Link>} />
    );
  }
  return (
    <Page
      title={t('账号安全')}
      shortTitle={t('安全')}
      description={t('核查全部账号的登录情况，解锁、停用，设置登录策略；看不到住户信息，也不能授予录入权限。')}
    >
      <ListPanel aria-label={t('账号安全')}>
        <TabRow role="tablist" aria-label={t('账号安全')}>
          {Object.entries(TABS).map(([key, label]) => (
            <button
              key={key}
              type="button"
              role="tab"
              aria-selected={key === tab}
              onClick={() => setSearch({ tab: key })}
            >
              {label}
            </button>
          ))}
        </TabRow>
        {tab === 'policy' ? (
          <PolicyForm />
        ) : (
          <AccountReview key={tab} isDormant={tab === 'dormant'} askedStatus={search.get('status') ?? ''} />
        )}
      </ListPanel>
    </Page>
  );
}
