import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import type { WarningDecision, WarningRow } from '@anju/domain/contracts';
import { TextField } from '../forms/text-field';
import { sentenceOf } from '../http/problem';
import { useWarningStep } from './use-warnings';

/** A step that is taken with a text. */
export interface Explanation {
  readonly door: 'dismiss' | 'special-case' | 'forward' | 'decide';
  readonly label: string;
  readonly decision?: WarningDecision['decision'];
}

interface ExplainDialogProps {
  readonly warning: WarningRow;
  readonly explanation: Explanation;
  readonly onClose: () => void;
}

/** Asks for the text of a step and takes it; what the server refuses is said at the text. */
export function ExplainDialog({ warning, explanation, onClose }: ExplainDialogProps) {
  const takeStep = useWarningStep();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { door, label, decision } = explanation;
  const isFree = door === 'forward';
  const confirm = async () => {
    if (!isFree && text.trim() === '') return setProblem('请填写说明');
    setBusy(true);
    try {
      await takeStep(warning.id, door, { text: text.trim(), ...(decision ? { decision } : {}) });
      onClose();
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="explain-title">
      <DialogTitle id="explain-title">{label}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        <div>{warning.message}</div>
        <TextField
          label={door === 'decide' ? '处理意见' : '说明'}
          value={text}
          onChange={setText}
          required={!isFree}
          error={problem}
          maxLength={500}
          autoFocus
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>取消</Button>
        <Button variant="contained" color="primary" disabled={busy} onClick={() => void confirm()}>
          {label}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
