import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { Notification } from 'ra-ui-materialui';
import { useLogin } from 'ra-core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { helpAddress } from '../help/help-address';
import { sentenceOf, statusOf } from '../http/problem';
import { BrandSign } from '../layout/brand';
import { Icon } from '../theme/icon';
import { colour, size } from '../theme/tokens';
import { TextField } from '../forms/text-field';
import { LanguageButton } from '../language/language-switch';
import { t } from '../language/t';

const Ground = styled('main')({
  minHeight: '100dvh',
  display: 'grid',
  position: 'relative',
  placeItems: 'center',
  padding: 16,
  background: `linear-gradient(${colour.bar} 0 240px, ${colour.ground} 240px)`,
});

const Card = styled('form')({
  width: '100%',
  maxWidth: 380,
  display: 'grid',
  gap: 14,
  padding: '28px 28px 24px',
  background: colour.surface,
  border: `1px solid ${colour.line}`,
  borderRadius: size.radius,
  boxShadow: '0 8px 28px rgba(27,39,51,.14)',
  '& .brand': { display: 'flex', alignItems: 'center', gap: 12, paddingBottom: 6 },
  '& .brand svg': { background: colour.bar, borderRadius: 8, padding: 3 },
  '& .brand p': { color: colour.ink3, fontSize: 13 },
  '& .help': { color: colour.ink3, fontSize: 12, lineHeight: '18px', '& a': { textDecoration: 'underline' } },
  '& [role=alert]': {
    display: 'flex',
    gap: 8,
    padding: '7px 10px',
    fontSize: 13,
    lineHeight: '20px',
    color: colour.ink,
    background: colour.warningTint,
    border: `1px solid ${colour.warningLine}`,
    borderRadius: size.radius,
  },
  '& [role=alert] svg': { color: colour.warning, marginTop: 2 },
});

/** The way in: user name, password, and in words why it did not work. */
export function SignInPage() {
  const login = useLogin();
  const [identifier, setIdentifier] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const passwordInput = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = t('登录 · 安居');
  }, []);

  const signIn = async (event: FormEvent) => {
    event.preventDefault();
    const missing = missingPart(identifier, password);
    setProblem(missing);
    if (missing) return;
    setBusy(true);
    try {
      await login({ username: identifier, password });
    } catch (error) {
      setProblem(refusal(error));
      setBusy(false);
      passwordInput.current?.select();
    }
  };

  return (
    <Ground>
      <LanguageButton />
      <Card onSubmit={(event) => void signIn(event)} noValidate aria-label={t('登录')}>
        <div className="brand">
          <BrandSign size={40} />
          <div>
            <h1>{t('安居')}</h1>
            <p>{t('贫困户住房安全保障信息')}</p>
          </div>
        </div>
        {problem && (
          <div role="alert">
            <Icon name="warning" />
            {problem}
          </div>
        )}
        <TextField label={t('用户名')} value={identifier} onChange={setIdentifier} autoComplete="username" autoFocus />
        <TextField
          label={t('密码')}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          inputRef={passwordInput}
        />
        <Button type="submit" variant="contained" color="primary" disabled={busy} sx={{ height: 40, fontSize: 15 }}>
          {busy ? t('正在登录…') : t('登录')}
        </Button>
        <p className="help">
          {t('账号由上级主管在用户管理中开通。忘记密码请联系上级主管重置。')}
          <a href={helpAddress('/login')} target="_blank" rel="noreferrer">
            {t('使用手册')}
          </a>
        </p>
      </Card>
      <Notification />
    </Ground>
  );
}

function missingPart(identifier: string, password: string): string | undefined {
  if (identifier.trim() === '') return t('请填写用户名');
  return password === '' ? t('请填写密码') : undefined;
}

function refusal(error: unknown): string {
  const status = statusOf(error);
  if (status === undefined || status === 0) return t('连不上服务器，请检查网络，或稍后再试');
  return status === 401 ? t('用户名或密码不正确') : sentenceOf(error);
}
