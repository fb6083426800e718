import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { DISMISSIBLE_WARNING_KINDS } from '@anju/domain';
import type { WarningRow } from '@anju/domain/contracts';
import { hasDuty, useCurrentUser, type CurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { PHONE } from '../theme/tokens';
import { DecisionDialog } from './decision-dialog';
import { ExplainDialog, type Explanation } from './explain-dialog';
import { useWarningStep } from './use-warnings';
import { WarningFixes } from './warning-fixes';

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  marginTop: 8,
  '&:empty': { display: 'none' },
  [PHONE]: { '& > *': { flex: '1 1 40%' } },
});

/** The buttons that mend a warning or take its next step: only those that the user may use now. */
export function WarningActions({ warning }: { readonly warning: WarningRow }) {
  const user = useCurrentUser();
  const takeStep = useWarningStep();
  const [asked, setAsked] = useState<Explanation>();
  const isWaiting = warning.state === 'open' || warning.state === 'rejected';
  const close = () => setAsked(undefined);
  return (
    <Row>
      {isWaiting && hasDuty(user, 'enter') && <WarningFixes warning={warning} region={user?.regionCode ?? ''} />}
      {stepsFor(warning, user).map((step) => (
        <Button key={step.door + step.label} onClick={() => setAsked(step)}>
          {step.label}
        </Button>
      ))}
      {asked && asked.decision !== 'accepted' && asked.decision !== 'rejected' && (
        <ExplainDialog warning={warning} explanation={asked} onClose={close} />
      )}
      {(asked?.decision === 'accepted' || asked?.decision === 'rejected') && (
        <DecisionDialog
          title={asked.label}
          decision={asked.decision}
          onConfirm={async (reply) => {
            await takeStep(warning.id, 'decide', reply);
            close();
          }}
          onClose={close}
        >
          {warning.message}
        </DecisionDialog>
      )}
    </Row>
  );
}

/** The steps of the life cycle that the user's level and duty allow in the warning's state. */
function stepsFor({ kind, state }: WarningRow, user: CurrentUser | undefined): readonly Explanation[] {
  const isWaiting = state === 'open' || state === 'rejected';
  const mayEnter = hasDuty(user, 'enter');
  const handles = hasDuty(user, 'handleSpecialCases') ? user?.level : undefined;
  const mayDismiss = mayEnter && isWaiting && DISMISSIBLE_WARNING_KINDS.some((one) => one === kind);
  const mayExplain = (mayEnter && isWaiting) || (handles === 'county' && (isWaiting || state === 'proposed'));
  const mayReturn = state === 'submitted' ? handles !== undefined : state === 'proposed' && handles === 'county';
  return [
    ...(mayDismiss ? [{ door: 'dismiss', label: t('填写说明') } as const] : []),
    ...(mayExplain
      ? [{ door: 'special-case', label: handles === 'county' ? t('提交特殊情况') : t('说明特殊情况') } as const]
      : []),
    ...(state === 'submitted' && handles === 'province' ? [{ door: 'forward', label: t('上报') } as const] : []),
    ...(state === 'forwarded' && handles === 'province'
      ? [
          { door: 'decide', label: t('登记认可'), decision: 'accepted' } as const,
          { door: 'decide', label: t('登记不予认可'), decision: 'rejected' } as const,
        ]
      : []),
    ...(mayReturn ? [{ door: 'decide', label: t('退回'), decision: 'returned' } as const] : []),
  ];
}
