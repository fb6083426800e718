import type { WarningDecision, WarningRow } from '@anju/domain/contracts';
import { ReasonDialog } from '../forms/reason-dialog';
import { t } from '../language/t';
import { useWarningStep } from './use-warnings';

/** A step that is taken with a text. */
export interface Explanation {
  readonly door: 'dismiss' | 'special-case' | 'forward' | 'decide';
  readonly label: string;
  readonly decision?: WarningDecision['decision'];
}

interface ExplainDialogProps {
  readonly warning: WarningRow;
  readonly explanation: Explanation;
  readonly onClose: () => void;
}

/** Asks for the text of a step and takes it. */
export function ExplainDialog({ warning, explanation, onClose }: ExplainDialogProps) {
  const takeStep = useWarningStep();
  const { door, label, decision } = explanation;
  const confirm = async (text: string) => {
    await takeStep(warning.id, door, { text, ...(decision ? { decision } : {}) });
    onClose();
  };
  return (
    <ReasonDialog
      title={label}
      label={door === 'decide' ? t('处理意见') : t('说明')}
      action={label}
      tone="primary"
      isOptional={door === 'forward'}
      onConfirm={confirm}
      onClose={onClose}
    >
      {warning.message}
    </ReasonDialog>
  );
}
