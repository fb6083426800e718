import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { ImportJobDetail } from '@anju/domain/contracts';
import { t } from '../language/t';
import { countText } from '../vocabulary/numbers';
import { unitOf } from './import-kind-words';

interface CommitDialogProps {
  readonly job: ImportJobDetail;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Says in numbers what will be written, and asks. */
export function CommitDialog({ job, onConfirm, onClose }: CommitDialogProps) {
  const { kind, sameFileAs, kept } = job;
  const counts = job.households ?? job.entries;
  if (!counts) return null;
  const unit = unitOf(kind);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="commit-title">
      <DialogTitle id="commit-title">
        {kind === 'renovation' ? t('把这份档案写入住户库？') : t('把这份名单写入住户库？')}
      </DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1, fontSize: 13 }}>
        <p>
          {t('新增 {new} {unit}，变更 {changed} {unit2}，{unchanged} {unit3}不变。', {
            new: countText(counts.new),
            unit,
            changed: countText(counts.changed),
            unit2: unit,
            unchanged: countText(counts.unchanged),
            unit3: unit,
          })}
        </p>
        {counts.vanished > 0 && (
          <p>
            {t('名单中已没有的 {vanished} {unit}会加上标记，不会删除。', {
              vanished: countText(counts.vanished),
              unit,
            })}
          </p>
        )}
        {counts.refused > 0 && (
          <p>
            {t('有错误的 {refused} {value}不导入，更正后可补导。', {
              refused: countText(counts.refused),
              value: kind === 'household' ? t('户') : t('行'),
            })}
          </p>
        )}
        {kept !== null && kept > 0 && <p>{t('人工更正过的 {kept} 处保持不变。', { kept: countText(kept) })}</p>}
        {sameFileAs && <p>{t('提醒：同一份文件已导入过（第 {id} 号）。', { id: sameFileAs.id })}</p>}
        <p className="muted">
          {t(
            '人工更正过的内容不会被覆盖。要么全部写入，要么一行也不写；写入后 30 天内、没有人在其上继续工作的，可以撤销。',
          )}
        </p>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('再看看')}</Button>
        <Button variant="contained" color="primary" onClick={onConfirm} autoFocus>
          {t('确认写入')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
