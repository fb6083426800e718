import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import { hasDuty, type CurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { usePages } from '../layout/use-pages';
import { useAccounts } from '../security/use-security';
import { MessageState } from '../states/message-state';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';

const Rows = styled('ul')({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& a': {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    minHeight: 48,
    padding: '0 16px',
    borderTop: `1px solid ${colour.line}`,
    color: colour.ink,
  },
  '& li:first-of-type a': { borderTop: 0 },
  '& a:hover': { background: colour.hover, textDecoration: 'none' },
  '& .count': { marginLeft: 'auto', color: colour.ink2 },
});

/** What waits for those who see no household: their pages, with what is counted there. */
export function OwnPages({ user }: { readonly user: CurrentUser }) {
  const pages = usePages();
  if (pages.length === 0) {
    return (
      <MessageState icon="info" title={t('您的账号不查看住户信息')}>
        {t('您的权限不包括住户信息。如需录入、审核或查看，请联系上级主管。')}
      </MessageState>
    );
  }
  return (
    <Card aria-label={t('我的工作')}>
      <header>
        <h2>{t('我的工作')}</h2>
        <span className="muted small">{t('您的账号不查看住户信息')}</span>
      </header>
      <Rows>
        {hasDuty(user, 'manageAccounts') && <AccountCounts />}
        {pages.map(({ path, name, icon }) => (
          <li key={path}>
            <Link to={path}>
              <Icon name={icon} />
              {name}
              <span className="count">
                <Icon name="right" size={12} />
              </span>
            </Link>
          </li>
        ))}
      </Rows>
    </Card>
  );
}

/** Accounts that nobody uses, and those that are locked. */
function AccountCounts() {
  const dormant = useAccounts({ dormant: true }, 1).data?.total?.count;
  const locked = useAccounts({ status: ['locked'] }, 1).data?.total?.count;
  return (
    <>
      <li>
        <Link to="/security">
          <Icon name="users" />
          {t('长期未登录的账号')}
          <span className="count">{t('{dormant} 个', { dormant: countText(dormant) })}</span>
        </Link>
      </li>
      <li>
        <Link to="/security?tab=all&status=locked">
          <Icon name="key" />
          {t('已锁定的账号')}
          <span className="count">{t('{locked} 个', { locked: countText(locked) })}</span>
        </Link>
      </li>
    </>
  );
}
