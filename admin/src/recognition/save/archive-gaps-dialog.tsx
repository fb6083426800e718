import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { t } from '../../language/t';

interface ArchiveGapsDialogProps {
  readonly labels: readonly string[];
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** Lists what the renovation archive still lacks, and asks once whether to save without it. */
export function ArchiveGapsDialog({ labels, onSave, onClose }: ArchiveGapsDialogProps) {
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="gaps-title">
      <DialogTitle id="gaps-title">{t('危改档案还缺 {count} 项', { count: labels.length })}</DialogTitle>
      <DialogContent sx={{ fontSize: 13, px: 2 }}>
        <p>{labels.join(t('、'))}</p>
        <p className="muted">{t('可以先保存，以后补齐；补齐前这一户计入“档案未完成”。')}</p>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('继续填写')}</Button>
        <Button variant="contained" color="primary" autoFocus onClick={onSave}>
          {t('仍要保存')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
