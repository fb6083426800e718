import type { PersonStanding } from '@anju/domain/contracts';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router-dom';
import { TextField } from '../forms/text-field';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { MessageState } from '../states/message-state';
import { PHONE } from '../theme/tokens';
import { askStanding } from './new-household';

const Form = styled('form')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 12,
  '& > div:first-of-type': { flex: '0 1 320px' },
  '& > button': { marginTop: 20 },
  [PHONE]: { flexWrap: 'wrap', '& > div:first-of-type': { flex: '1 0 100%' }, '& > button': { marginTop: 0, flex: 1 } },
});

/** The first step: whether the person stands on a list already. Goes on with the number, or without one. */
export function IdFirst({ onNew }: { readonly onNew: (idNumber: string) => void }) {
  const [idNumber, setIdNumber] = useState('');
  const [problem, setProblem] = useState<string>();
  const [standing, setStanding] = useState<PersonStanding>();
  const [busy, setBusy] = useState(false);
  const search = async (event: FormEvent) => {
    event.preventDefault();
    setStanding(undefined);
    if (idNumber.trim() === '') return setProblem(t('请填写户主的身份证号'));
    setProblem(undefined);
    setBusy(true);
    try {
      const found = await askStanding(idNumber.trim());
      if (found === null) onNew(idNumber.trim());
      else setStanding(found);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setBusy(false);
  };
  return (
    <Card aria-label={t('先查身份证号')}>
      <header>
        <h2>{t('先查户主的身份证号')}</h2>
        <span className="muted small">{t('已在名单内或已补录的，不重复补录')}</span>
      </header>
      <div className="body">
        <Form onSubmit={(event) => void search(event)} noValidate>
          <TextField
            label={t('户主身份证号')}
            value={idNumber}
            onChange={setIdNumber}
            error={problem}
            maxLength={40}
            autoComplete="off"
            autoFocus
          />
          <Button type="submit" variant="contained" color="primary" disabled={busy}>
            {t('查找')}
          </Button>
          <Button onClick={() => onNew('')}>{t('没有身份证号')}</Button>
        </Form>
        {standing && <Standing standing={standing} />}
      </div>
    </Card>
  );
}

function Standing({ standing: { householdId, message, inRegion } }: { readonly standing: PersonStanding }) {
  return (
    <MessageState
      icon="info"
      title={inRegion ? t('这个人已经登记') : t('这个人登记在其他县')}
      next={householdId !== null && <Link to={`/entry/${householdId}`}>{t('打开这一户')}</Link>}
    >
      {t('{message}。', { message })}
    </MessageState>
  );
}
