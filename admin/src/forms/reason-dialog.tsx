import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState, type ReactNode } from 'react';
import { TextField } from './text-field';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';

interface ReasonDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The label of the reason, such as 删除原因; without one nothing is asked but the question itself. */
  readonly label?: string | undefined;
  /** What the confirming button says. */
  readonly action: string;
  /** Red for what takes something away; blue is the next step. */
  readonly tone?: 'error' | 'primary';
  /** It may be left empty. */
  readonly isOptional?: boolean;
  /** There is nothing to confirm, or it is not known yet. */
  readonly isEmpty?: boolean;
  readonly onConfirm: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for a text before something is done with it; what the server refuses is said at the text. */
export function ReasonDialog(props: ReasonDialogProps) {
  const {
    title,
    children,
    label,
    action,
    tone = 'error',
    isOptional = false,
    isEmpty = false,
    onConfirm,
    onClose,
  } = props;
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    if (label !== undefined && !isOptional && reason.trim() === '') return setProblem(t('请填写{label}', { label }));
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
        {label === undefined ? (
          problem && <p role="alert">{problem}</p>
        ) : (
          <TextField
            label={label}
            value={reason}
            onChange={setReason}
            required={!isOptional}
            error={problem}
            maxLength={500}
            autoFocus
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('取消')}</Button>
        <Button
          color={tone}
          variant={tone === 'primary' ? 'contained' : undefined}
          disabled={busy || isEmpty}
          onClick={() => void confirm()}
        >
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
