import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { t } from '../../language/t';

interface SwitchKindDialogProps {
  readonly from: string;
  readonly to: string;
  readonly kept: readonly string[];
  readonly dropped: readonly string[];
  readonly onSwitch: () => void;
  readonly onClose: () => void;
}

/** A recognised household gets another kind: says what goes along and what the save drops. */
export function SwitchKindDialog({ from, to, kept, dropped, onSwitch, onClose }: SwitchKindDialogProps) {
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="switch-title">
      <DialogTitle id="switch-title">{t('改为{to}？', { to })}</DialogTitle>
      <DialogContent sx={{ fontSize: 13, px: 2, display: 'grid', gap: 1 }}>
        {kept.length > 0 && <p>{t('保留：{kept}', { kept: kept.join(t('、')) })}</p>}
        {dropped.length > 0 && <p>{t('保存后清除{from}的：{dropped}', { from, dropped: dropped.join(t('、')) })}</p>}
        <p className="muted">{t('已上传的佐证材料保留；原来的内容可以在变更记录中查到。审核过的记录会回到待审核。')}</p>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('不改')}</Button>
        <Button variant="contained" color="primary" autoFocus onClick={onSwitch}>
          {t('改为{to}', { to })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
