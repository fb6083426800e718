import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type SafeguardKind } from '@anju/domain';
import type { FormsAnswer } from '@anju/domain/contracts';
import { SAFEGUARD_KIND_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { KindPreview } from '../recognition';
import { useAllOptions } from '../vocabulary/use-options';
import { LoadingRows } from '../states/loading-rows';

interface PreviewDialogProps {
  readonly kind: SafeguardKind;
  readonly forms: FormsAnswer;
  readonly onClose: () => void;
}

/** The form of a kind as a clerk sees it, with what is not published yet. */
export function PreviewDialog({ kind, forms, onClose }: PreviewDialogProps) {
  const options = useAllOptions();
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="preview-title">
      <DialogTitle id="preview-title">{t('录入人看到的“{kind}”', { kind: SAFEGUARD_KIND_LABELS[kind] })}</DialogTitle>
      <DialogContent sx={{ px: 2 }}>
        {options ? <KindPreview kind={kind} sources={{ forms, options }} /> : <LoadingRows rows={3} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('关闭')}</Button>
      </DialogActions>
    </Dialog>
  );
}
