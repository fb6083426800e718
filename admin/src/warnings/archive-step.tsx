import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { LinkDialog } from '../renovations/link-dialog';
import { UnlinkDialog } from '../renovations/unlink-dialog';
import { useRenovation } from '../renovations/use-renovations';
import { ArchiveTypeDialog } from './archive-type-dialog';

/** What is done with the archive of a warning. */
export type ArchiveStepName = 'changeType' | 'link' | 'unlink';

interface ArchiveStepProps {
  readonly step: ArchiveStepName;
  readonly renovationId: number;
  readonly onClose: () => void;
}

/** Reads the archive of a warning and asks what is to be done with it. */
export function ArchiveStep({ step, renovationId, onClose }: ArchiveStepProps) {
  const { data: archive, error } = useRenovation(String(renovationId));
  if (error) return <Refusal text={sentenceOf(error)} onClose={onClose} />;
  if (!archive) return null;
  if (step === 'changeType') return <ArchiveTypeDialog archive={archive} onClose={onClose} />;
  if (step === 'link') return <LinkDialog archive={archive} onClose={onClose} />;
  const { household, countyElsewhere } = archive;
  if (household) return <UnlinkDialog archive={archive} whose={household.headName} onClose={onClose} />;
  const words = countyElsewhere
    ? t('这份档案关联的户在{countyElsewhere}，请联系该县处理。', { countyElsewhere })
    : t('这份档案没有关联的户。');
  return <Refusal text={words} onClose={onClose} />;
}

function Refusal({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-label={t('不能办理')}>
      <DialogContent sx={{ px: 2, fontSize: 13 }}>
        <p role="alert">{text}</p>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('关闭')}</Button>
      </DialogActions>
    </Dialog>
  );
}
