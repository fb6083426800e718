import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { UserRow } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import type { SlipContent } from './password-slips';
import { useUserActions, type UserStep } from './use-users';

/** A step that is asked for before it is taken. */
export type StepQuestion = UserStep | 'reset';

const WORDS: Readonly<Record<StepQuestion, { readonly name: string; readonly effect: string; readonly done: string }>> =
  {
    disable: {
      name: t('停用'),
      effect: t('停用后立即退出登录，不能再登录；已录入的信息保留，可随时启用。'),
      done: t('已停用'),
    },
    enable: { name: t('启用'), effect: t('启用后可用原密码登录。'), done: t('已启用') },
    unlock: { name: t('解锁'), effect: t('清除登录失败次数，可立即再次登录。'), done: t('已解锁') },
    'sign-out': {
      name: t('强制退出登录'),
      effect: t('该账号在所有电脑和手机上立即退出，可重新登录。'),
      done: t('已退出'),
    },
    'confirm-township': {
      name: t('确认乡镇'),
      effect: t('确认后即可看到该乡镇的名单，须重新登录。'),
      done: t('已确认'),
    },
    reset: {
      name: t('重置密码'),
      effect: t('原密码立即失效并退出登录；新的初始密码只显示一次，首次登录须修改。'),
      done: t('密码已重置'),
    },
  };

interface StepDialogProps {
  readonly user: UserRow;
  readonly step: StepQuestion;
  readonly onPassword: (content: SlipContent) => void;
  readonly onClose: () => void;
}

/** Says what a step does to an account, and asks. */
export function StepDialog({ user, step, onPassword, onClose }: StepDialogProps) {
  const actions = useUserActions();
  const notify = useNotify();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { name, effect, done } = WORDS[step];
  const confirm = async () => {
    setBusy(true);
    try {
      if (step === 'reset') onPassword({ reason: 'reset', slips: [await actions.reset(user.id)] });
      else await actions.step(user.id, step);
      notify(t('{name}：{done}', { name: user.name, done }), { type: 'success' });
      onClose();
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="step-title">
      <DialogTitle id="step-title">{t('{name}“{name2}”？', { name, name2: user.name })}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1, fontSize: 13 }}>
        <p>
          {t('{roleLabel}，{regionName}，用户名 {username}。', {
            roleLabel: user.roleLabel,
            regionName: user.regionName,
            username: user.username,
          })}
        </p>
        {step === 'confirm-township' && (
          <p>{t('申请的乡镇：{requestedRegionName}', { requestedRegionName: user.requestedRegionName })}</p>
        )}
        <p>{effect}</p>
        {problem && <p role="alert">{problem}</p>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('取消')}</Button>
        <Button
          variant="contained"
          color={step === 'disable' ? 'error' : 'primary'}
          disabled={busy}
          onClick={() => void confirm()}
        >
          {name}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
