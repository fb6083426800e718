import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { REPLY_AUTHORITIES } from '@anju/domain';
import type { BatchReply } from '@anju/domain/contracts';
import { useState, type ReactNode } from 'react';
import { ChoiceField } from '../forms/choice-field';
import { DayField } from '../forms/day-field';
import { TextField } from '../forms/text-field';
import { problemFields, sentenceOf } from '../http/problem';
import { said } from '../language/said';
import { t } from '../language/t';

const CHOICES = REPLY_AUTHORITIES.map((authority) => ({ value: authority, label: said(authority) }));
const DECISIONS = [
  { value: 'accepted', label: t('认可') },
  { value: 'rejected', label: t('不予认可') },
] as const;

interface DecisionDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The decision that is chosen already; the user may choose the other one. */
  readonly decision?: BatchReply['decision'];
  readonly onConfirm: (reply: BatchReply) => Promise<void>;
  readonly onClose: () => void;
}

/** Records the reply that the province received: decision, opinion, date, number of the document, and whose it is. */
export function DecisionDialog({ title, children, decision, onConfirm, onClose }: DecisionDialogProps) {
  const [reply, setReply] = useState({
    decision: decision ?? '',
    text: '',
    decidedOn: '',
    documentNumber: '',
    authority: '',
  });
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const change = (name: keyof typeof reply) => (value: string) => setReply({ ...reply, [name]: value });
  const confirm = async () => {
    const chosen = DECISIONS.find(({ value }) => value === reply.decision)?.value;
    if (!chosen) return setFaults({ decision: t('请选择处理结果') });
    setBusy(true);
    setFaults({});
    setProblem(undefined);
    try {
      await onConfirm({ ...reply, decision: chosen });
    } catch (error) {
      const fields = problemFields(error);
      setFaults(fields);
      if (Object.keys(fields).length === 0) setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="decision-title">
      <DialogTitle id="decision-title">{title}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        <div>{children}</div>
        <ChoiceField
          label={t('处理结果')}
          value={reply.decision}
          choices={DECISIONS}
          onChange={change('decision')}
          required
          error={faults.decision}
        />
        <TextField
          label={t('处理意见')}
          value={reply.text}
          onChange={change('text')}
          required
          error={faults.text}
          maxLength={500}
          autoFocus
        />
        <DayField
          label={t('批复日期')}
          value={reply.decidedOn}
          onChange={change('decidedOn')}
          required
          error={faults.decidedOn}
        />
        <TextField
          label={t('文号')}
          value={reply.documentNumber}
          onChange={change('documentNumber')}
          error={faults.documentNumber}
          maxLength={100}
        />
        <ChoiceField
          label={t('批复单位')}
          value={reply.authority}
          choices={CHOICES}
          onChange={change('authority')}
          required
          error={faults.authority}
        />
        {problem && <p role="alert">{problem}</p>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('取消')}</Button>
        <Button variant="contained" color="primary" disabled={busy} onClick={() => void confirm()}>
          {t('登记批复')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
