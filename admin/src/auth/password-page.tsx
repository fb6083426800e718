import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQueryClient } from '@tanstack/react-query';
import { HttpError, useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { TextField } from '../forms/text-field';
import { sentenceOf } from '../http/problem';
import { session } from '../http/session';
import { t } from '../language/t';
import { Page } from '../layout/page';
import { colour, size } from '../theme/tokens';
import { rememberCurrentUser, useCurrentUser } from './current-user';
import { OwnSignIns } from './own-sign-ins';

const Form = styled('form')({
  display: 'grid',
  gap: 12,
  maxWidth: 380,
  padding: 16,
  background: colour.surface,
  border: `1px solid ${colour.line}`,
  borderRadius: size.radius,
  '& .fault': { color: colour.warning, fontSize: 13 },
});

const EMPTY = { currentPassword: '', password: '', passwordConfirmation: '' };
type Passwords = typeof EMPTY;

/** Changes the own password; where the first change is due, every page leads here. */
export function PasswordPage() {
  const user = useCurrentUser();
  const [passwords, setPasswords] = useState(EMPTY);
  const { save, busy, message, errors } = usePasswordChange();
  const field = (name: keyof Passwords) => ({
    type: 'password' as const,
    required: true,
    value: passwords[name],
    error: errors[name],
    onChange: (value: string) => setPasswords({ ...passwords, [name]: value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(passwords);
  };
  return (
    <Page
      title={t('修改密码')}
      description={user?.mustChangePassword ? t('密码是初始密码或已到期，请先修改，之后才能继续使用。') : undefined}
    >
      <Form onSubmit={submit} noValidate aria-label={t('修改密码')}>
        <TextField label={t('当前密码')} autoComplete="current-password" {...field('currentPassword')} />
        <TextField label={t('新密码')} autoComplete="new-password" {...field('password')} />
        <TextField label={t('确认新密码')} autoComplete="new-password" {...field('passwordConfirmation')} />
        {message && (
          <p className="fault" role="alert">
            {message}
          </p>
        )}
        <Button type="submit" variant="contained" color="primary" disabled={busy}>
          {t('保存')}
        </Button>
      </Form>
      {user && !user.mustChangePassword && <OwnSignIns />}
    </Page>
  );
}

function usePasswordChange() {
  const notify = useNotify();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<{ message: string; errors: Partial<Passwords> }>();
  const save = async (passwords: Passwords) => {
    setBusy(true);
    try {
      rememberCurrentUser(queryClient, await session.changePassword(passwords));
      notify(t('密码已修改'), { type: 'success' });
      navigate('/');
    } catch (error) {
      setFault({ message: sentenceOf(error), errors: fieldErrors(error) });
    } finally {
      setBusy(false);
    }
  };
  return { save, busy, message: fault?.message, errors: fault?.errors ?? {} };
}

function fieldErrors(error: unknown): Partial<Passwords> {
  const body: unknown = error instanceof HttpError ? error.body : undefined;
  const errors = typeof body === 'object' && body !== null && 'errors' in body ? body.errors : undefined;
  return typeof errors === 'object' && errors !== null ? errors : {};
}
