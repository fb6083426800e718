import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { TextField } from '../forms/text-field';
import { sentenceOf, statusOf } from '../http/problem';
import { session } from '../http/session';
import { signInAgain } from '../http/sign-in-again';
import { t } from '../language/t';
import { useCurrentUser } from './current-user';

/** When the session ends under a form: the password over it, so that nothing typed is lost. */
export function SignInAgainDialog() {
  const username = useCurrentUser()?.username ?? '';
  const [open, setOpen] = useState(false);
  const waiting = useRef<((signedIn: boolean) => void)[]>([]);
  useEffect(() => {
    const queue = waiting.current;
    const withdraw = signInAgain.offer(
      () =>
        new Promise((resolve) => {
          queue.push(resolve);
          setOpen(true);
        }),
    );
    return () => {
      withdraw();
      queue.splice(0).forEach((resolve) => resolve(false));
    };
  }, []);
  const end = (signedIn: boolean) => {
    setOpen(false);
    waiting.current.splice(0).forEach((resolve) => resolve(signedIn));
  };
  return open ? <PasswordDialog username={username} onEnd={end} /> : null;
}

interface PasswordDialogProps {
  readonly username: string;
  readonly onEnd: (signedIn: boolean) => void;
}

function PasswordDialog({ username, onEnd }: PasswordDialogProps) {
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const signIn = async (event: FormEvent) => {
    event.preventDefault();
    if (password === '') return setProblem(t('请填写密码'));
    setBusy(true);
    try {
      await session.signIn({ identifier: username, password });
      onEnd(true);
    } catch (error) {
      const isWrong = statusOf(error) === 400 || statusOf(error) === 401;
      setProblem(isWrong ? t('密码不正确，或账号已停用') : sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby="sign-in-again-title">
      <form onSubmit={(event) => void signIn(event)} noValidate>
        <DialogTitle id="sign-in-again-title">{t('登录已过期，请重新登录')}</DialogTitle>
        <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
          <div>{t('填写的内容还在，登录后接着填写。账号：{username}', { username })}</div>
          <TextField
            label={t('密码')}
            type="password"
            value={password}
            onChange={setPassword}
            error={problem}
            autoComplete="current-password"
            autoFocus
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => onEnd(false)}>{t('暂不登录')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={busy}>
            {t('登录')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
