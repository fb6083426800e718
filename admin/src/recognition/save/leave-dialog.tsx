import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { t } from '../../language/t';

interface LeaveDialogProps {
  readonly words: string;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** Asks before unsaved input is left behind. */
export function LeaveDialog({ words, onLeave, onStay }: LeaveDialogProps) {
  return (
    <Dialog open onClose={onStay} maxWidth="xs" fullWidth aria-labelledby="unsaved-title">
      <DialogTitle id="unsaved-title">{t('离开这一户？')}</DialogTitle>
      <DialogContent sx={{ fontSize: 13, px: 2 }}>{words}</DialogContent>
      <DialogActions>
        <Button color="error" onClick={onLeave}>
          {t('不保存，离开')}
        </Button>
        <Button variant="contained" color="primary" autoFocus onClick={onStay}>
          {t('继续填写')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
