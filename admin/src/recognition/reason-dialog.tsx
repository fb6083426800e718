import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState, type ReactNode } from 'react';
import { TextField } from '../forms/text-field';
import { sentenceOf } from '../http/problem';

interface ReasonDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The label of the reason, such as 删除原因. */
  readonly label: string;
  /** What the confirming button says. */
  readonly action: string;
  readonly onConfirm: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for a reason before something is taken away. */
export function ReasonDialog({ title, children, label, action, onConfirm, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    if (reason.trim() === '') return setProblem(`请填写${label}`);
    setBusy(true);
    try {
      await onConfirm(reason.trim());
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="reason-title">
      <DialogTitle id="reason-title">{title}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        <div>{children}</div>
        <TextField
          label={label}
          value={reason}
          onChange={setReason}
          required
          error={problem}
          maxLength={500}
          autoFocus
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>取消</Button>
        <Button color="error" disabled={busy} onClick={() => void confirm()}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
