import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { ImportJobDetail } from '@anju/domain/contracts';
import { t } from '../language/t';
import { countText, dateTimeText } from '../vocabulary/numbers';
import { unitOf } from './import-kind-words';

interface UndoDialogProps {
  readonly job: ImportJobDetail;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Says what is taken back, and asks. */
export function UndoDialog({ job, onConfirm, onClose }: UndoDialogProps) {
  const counts = job.households ?? job.entries;
  if (!counts) return null;
  const unit = unitOf(job.kind);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="undo-title">
      <DialogTitle id="undo-title">{t('撤销这次导入？')}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1, fontSize: 13 }}>
        <p>
          {t('新增的 {new} {unit}会删除，变更的 {changed} {unit2}和加了标记的 {vanished} {unit3}恢复为导入前的内容。', {
            new: countText(counts.new),
            unit,
            changed: countText(counts.changed),
            unit2: unit,
            vanished: countText(counts.vanished),
            unit3: unit,
          })}
        </p>
        <p className="muted">
          {t(
            '如果已有人在其上继续工作（认定、更正、上传材料、再次导入），整次导入都不撤销，并列出是哪些。可撤销至 {undoUntil}。',
            { undoUntil: dateTimeText(job.undoUntil ?? '') },
          )}
        </p>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('不撤销')}</Button>
        <Button variant="contained" color="primary" onClick={onConfirm}>
          {t('确认撤销')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
