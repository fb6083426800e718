import type { RenovationDetail } from '@anju/domain/contracts';
import { ReasonDialog } from '../forms/reason-dialog';
import { t } from '../language/t';
import { useRenovationStep } from './use-renovations';

interface UnlinkDialogProps {
  readonly archive: RenovationDetail;
  readonly whose: string;
  readonly onClose: () => void;
}

/** Asks why the archive is not this household's, and parts them. */
export function UnlinkDialog({ archive, whose, onClose }: UnlinkDialogProps) {
  const step = useRenovationStep();
  const confirm = async (reason: string) => {
    await step(`/${archive.id}/unlink`, 'POST', { reason });
    onClose();
  };
  return (
    <ReasonDialog
      title={t('解除与{whose}户的关联', { whose })}
      label={t('原因')}
      action={t('解除关联')}
      tone="primary"
      onConfirm={confirm}
      onClose={onClose}
    >
      {archive.linkState === 'recognised'
        ? t('该户仍是已认定户，但不再有危房改造档案，计入“档案未完成”。')
        : t('以后不再按身份证号自动关联到该户。')}
    </ReasonDialog>
  );
}
