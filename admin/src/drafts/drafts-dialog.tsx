import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { DraftRow } from '@anju/domain/contracts';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { MessageState } from '../states/message-state';
import { colour } from '../theme/tokens';
import { dateTimeText } from '../vocabulary/numbers';
import { useDropDraft } from './use-drafts';

const List = styled('ul')({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  fontSize: 13,
  '& li': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 10px',
    padding: '6px 0',
    borderTop: `1px solid ${colour.line}`,
  },
  '& li:first-of-type': { borderTop: 0 },
  '& .end': { marginLeft: 'auto' },
});

interface DraftsDialogProps {
  readonly drafts: readonly DraftRow[];
  readonly onClose: () => void;
}

/** The user's drafts: each is gone on with in its form, or given up. */
export function DraftsDialog({ drafts, onClose }: DraftsDialogProps) {
  const drop = useDropDraft();
  const [doomed, setDoomed] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const giveUp = async (householdId: number) => {
    try {
      await drop(householdId);
      setDoomed(undefined);
    } catch (error) {
      setProblem(t('没有丢弃：{error}', { error: sentenceOf(error) }));
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="drafts-title">
      <DialogTitle id="drafts-title">{t('我的草稿（{count}）', { count: drafts.length })}</DialogTitle>
      <DialogContent sx={{ px: 2 }}>
        {drafts.length === 0 && <MessageState icon="info" title={t('没有草稿')} />}
        <List>
          {drafts.map(({ householdId, headName, regionName, savedAt, recognised, outdated }) => (
            <li key={householdId}>
              <b>{headName}</b>
              <span className="muted">{regionName}</span>
              <span className="muted small">
                {dateTimeText(savedAt)}
                {recognised && t(' · 已认定')}
                {outdated && t(' · 此后有过改动')}
              </span>
              <span className="end">
                {doomed === householdId ? (
                  <Button
                    color="error"
                    onClick={() => void giveUp(householdId)}
                    aria-label={t('确认丢弃{headName}户的草稿', { headName })}
                  >
                    {t('确认丢弃')}
                  </Button>
                ) : (
                  <Button onClick={() => setDoomed(householdId)} aria-label={t('丢弃{headName}户的草稿', { headName })}>
                    {t('丢弃')}
                  </Button>
                )}{' '}
                <Button
                  component={Link}
                  to={`/entry/${householdId}`}
                  color="primary"
                  aria-label={t('继续填写{headName}户', { headName })}
                >
                  {t('继续填写')}
                </Button>
              </span>
            </li>
          ))}
        </List>
        {problem && <p role="alert">{problem}</p>}
      </DialogContent>
      <DialogActions>
        <span className="small muted" style={{ marginRight: 'auto' }}>
          {t('草稿只有您本人可见，保留 30 天。')}
        </span>
        <Button onClick={onClose}>{t('关闭')}</Button>
      </DialogActions>
    </Dialog>
  );
}
