import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { WatchedAccount } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { ReasonDialog } from '../forms/reason-dialog';
import { t } from '../language/t';
import { Chip } from '../states/status';
import { colour, PHONE } from '../theme/tokens';
import { UserState } from '../users/user-state';
import { countText, dateTimeText } from '../vocabulary/numbers';
import { useWatch, type WatchStep } from './use-security';

const Rows = styled('ul')({
  flex: 1,
  minHeight: 0,
  margin: 0,
  padding: 0,
  overflow: 'auto',
  listStyle: 'none',
  fontSize: 13,
  '& li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(150px, 1fr) minmax(220px, 2fr) minmax(190px, 1.2fr) auto',
    alignItems: 'center',
    gap: '2px 16px',
    minHeight: 44,
    padding: '4px 16px',
    borderBottom: `1px solid ${colour.line}`,
  },
  '& .sub': { display: 'block', fontSize: 12, color: colour.ink3 },
  '& .steps': { display: 'flex', gap: 6, justifyContent: 'flex-end' },
  [PHONE]: {
    overflow: 'visible',
    '& li': { gridTemplateColumns: 'minmax(0, 1fr)', padding: '10px 12px' },
    '& .steps button': { minHeight: 44, flex: 1 },
  },
});

interface Asked {
  readonly account: WatchedAccount;
  readonly step: WatchStep;
}

const WORDS: Readonly<Record<WatchStep, { readonly name: string; readonly effect: string }>> = {
  unlock: { name: t('解锁'), effect: t('清除登录失败次数，可立即再次登录。') },
  disable: { name: t('停用'), effect: t('停用后立即退出登录，不能再登录；由其上级主管在用户管理中启用。') },
  'sign-out': { name: t('强制退出登录'), effect: t('该账号在所有电脑和手机上立即退出，可重新登录。') },
  keep: { name: t('保留'), effect: t('说明保留的原因；到下一个期限再次列出。') },
};

/** Accounts with their last sign-in, and what the security administrator may do with each. */
export function AccountTable({ rows }: { readonly rows: readonly WatchedAccount[] }) {
  const watch = useWatch();
  const notify = useNotify();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <>
      <Rows aria-label={t('账号')}>
        {rows.map((account) => (
          <AccountRow key={account.id} account={account} onStep={(step) => setAsked({ account, step })} />
        ))}
      </Rows>
      {asked && (
        <ReasonDialog
          title={t('{name}“{name2}”？', { name: WORDS[asked.step].name, name2: asked.account.name })}
          label={asked.step === 'keep' ? t('保留原因') : undefined}
          action={WORDS[asked.step].name}
          tone={asked.step === 'disable' ? 'error' : 'primary'}
          onClose={close}
          onConfirm={async (note) => {
            await watch(asked.account.id, asked.step, note);
            notify(t('{name}：已{name2}', { name: asked.account.name, name2: WORDS[asked.step].name }), {
              type: 'success',
            });
            close();
          }}
        >
          <p>
            {t('{roleLabel}，{regionName}，用户名 {username}。', {
              roleLabel: asked.account.roleLabel,
              regionName: asked.account.regionName,
              username: asked.account.username,
            })}
          </p>
          <p>{WORDS[asked.step].effect}</p>
        </ReasonDialog>
      )}
    </>
  );
}

interface AccountRowProps {
  readonly account: WatchedAccount;
  readonly onStep: (step: WatchStep) => void;
}

function AccountRow({ account, onStep }: AccountRowProps) {
  const { name, username, roleLabel, regionName, unit, status, lastSignIn, quietDays, dormant, keptAt } = account;
  const button = (step: WatchStep) => (
    <Button
      key={step}
      size="small"
      aria-label={t('{name}：{username}', { name: WORDS[step].name, username })}
      color={step === 'disable' ? 'error' : 'primary'}
      onClick={() => onStep(step)}
    >
      {WORDS[step].name}
    </Button>
  );
  return (
    <li>
      <span>
        <b>{name}</b> <UserState status={status} />
        <span className="sub">{username}</span>
      </span>
      <span>
        {roleLabel}
        <span className="sub">
          {regionName}
          {unit && t('，{unit}', { unit })}
        </span>
      </span>
      <span>
        {lastSignIn ? t('最近登录 {lastSignIn}', { lastSignIn: dateTimeText(lastSignIn) }) : t('从未登录')}
        {dormant && <Chip className="alert">{t('{quietDays} 天未登录', { quietDays: countText(quietDays) })}</Chip>}
        {keptAt && <span className="sub">{t('{keptAt} 核查后保留', { keptAt: dateTimeText(keptAt) })}</span>}
      </span>
      <span className="steps">
        {dormant && button('keep')}
        {status === 'locked' && button('unlock')}
        {status !== 'disabled' && button('sign-out')}
        {status !== 'disabled' && button('disable')}
      </span>
    </li>
  );
}
