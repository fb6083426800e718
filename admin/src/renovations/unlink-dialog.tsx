import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { RenovationDetail } from '@anju/domain/contracts';
import { useState } from 'react';
import { TextField } from '../forms/text-field';
import { sentenceOf } from '../http/problem';
import { useRenovationStep } from './use-renovations';

interface UnlinkDialogProps {
  readonly archive: RenovationDetail;
  readonly whose: string;
  readonly onClose: () => void;
}

/** Asks why the archive is not this household's, and parts them. */
export function UnlinkDialog({ archive, whose, onClose }: UnlinkDialogProps) {
  const step = useRenovationStep();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    if (reason.trim() === '') return setProblem('请填写解除关联的原因');
    setBusy(true);
    try {
      await step(`/${archive.id}/unlink`, 'POST', { reason: reason.trim() });
      onClose();
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="unlink-title">
      <DialogTitle id="unlink-title">解除与{whose}户的关联</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        <div>
          {archive.linkState === 'recognised'
            ? '该户仍是已认定户，但不再有危房改造档案，计入“档案未完成”。'
            : '以后不再按身份证号自动关联到该户。'}
        </div>
        <TextField
          label="原因"
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
        <Button variant="contained" color="primary" disabled={busy} onClick={() => void confirm()}>
          解除关联
        </Button>
      </DialogActions>
    </Dialog>
  );
}
