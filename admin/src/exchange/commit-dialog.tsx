import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { ImportJobDetail } from '@anju/domain/contracts';
import { countText } from '../vocabulary/numbers';

interface CommitDialogProps {
  readonly job: ImportJobDetail;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Says in numbers what will be written, and asks. */
export function CommitDialog({ job, onConfirm, onClose }: CommitDialogProps) {
  const { households, sameFileAs } = job;
  if (!households) return null;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="commit-title">
      <DialogTitle id="commit-title">把这份名单写入住户库？</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1, fontSize: 13 }}>
        <p>
          新增 {countText(households.new)} 户，变更 {countText(households.changed)} 户，
          {countText(households.unchanged)} 户不变。
        </p>
        {households.vanished > 0 && <p>名单中已没有的 {countText(households.vanished)} 户会加上标记，不会删除。</p>}
        {households.refused > 0 && <p>有错误的 {countText(households.refused)} 户不导入，更正后可补导。</p>}
        {sameFileAs && <p>提醒：同一份文件已导入过（第 {sameFileAs.id} 号）。</p>}
        <p className="muted">更正过的号码、电话和所在地不会被覆盖。要么全部写入，要么一户也不写。</p>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>再看看</Button>
        <Button variant="contained" color="primary" onClick={onConfirm} autoFocus>
          确认写入
        </Button>
      </DialogActions>
    </Dialog>
  );
}
