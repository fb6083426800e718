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
import { Select } from './select';
import { useSuccessors, useUserActions } from './use-users';

interface HandOverDialogProps {
  readonly user: UserRow;
  readonly onClose: () => void;
}

/** 移交: who goes on with the drafts and the returned records of a person who leaves. */
export function HandOverDialog({ user, onClose }: HandOverDialogProps) {
  const { handOver } = useUserActions();
  const notify = useNotify();
  const successors = useSuccessors().filter(({ id }) => id !== user.id);
  const [to, setTo] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    if (to === '') return setProblem(t('请选择接手人'));
    setBusy(true);
    try {
      const { drafts, returned } = await handOver(user.id, Number(to));
      notify(t('已移交草稿 {drafts} 份、退回记录 {returned} 户', { drafts, returned }), { type: 'success' });
      onClose();
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  const options = successors.map(({ id, name, username, roleLabel }) => ({
    value: String(id),
    label: t('{name}（{username}，{roleLabel}）', { name, username, roleLabel }),
  }));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="hand-over-title">
      <DialogTitle id="hand-over-title">{t('移交“{name}”的工作', { name: user.name })}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        <p>{t('未写完的草稿和退回待改的记录交给接手人，限接手人行政区划之内；已录入的其他记录不变。')}</p>
        <Select label={t('接手人')} value={to} error={problem} options={options} onChange={setTo} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('取消')}</Button>
        <Button variant="contained" color="primary" disabled={busy} onClick={() => void confirm()}>
          {t('移交')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
