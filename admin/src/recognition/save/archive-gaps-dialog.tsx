import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';

interface ArchiveGapsDialogProps {
  readonly labels: readonly string[];
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** Lists what the renovation archive still lacks, and asks once whether to save without it. */
export function ArchiveGapsDialog({ labels, onSave, onClose }: ArchiveGapsDialogProps) {
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="gaps-title">
      <DialogTitle id="gaps-title">危改档案还缺 {labels.length} 项</DialogTitle>
      <DialogContent sx={{ fontSize: 13, px: 2 }}>
        <p>{labels.join('、')}</p>
        <p className="muted">可以先保存，以后补齐；补齐前这一户计入“档案未完成”。</p>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>继续填写</Button>
        <Button variant="contained" color="primary" autoFocus onClick={onSave}>
          仍要保存
        </Button>
      </DialogActions>
    </Dialog>
  );
}
