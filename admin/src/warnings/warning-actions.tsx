import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { DISMISSIBLE_WARNING_KINDS } from '@anju/domain';
import type { WarningRow } from '@anju/domain/contracts';
import { hasDuty, useCurrentUser, type CurrentUser } from '../auth/current-user';
import { PHONE } from '../theme/tokens';
import { AdoptNumberDialog } from './adopt-number-dialog';
import { ExplainDialog, type Explanation } from './explain-dialog';

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  marginTop: 8,
  '&:empty': { display: 'none' },
  [PHONE]: { '& > *': { flex: '1 1 40%' } },
});

/** Where in the form a warning is mended, and how the button says it. */
const FIXES: Readonly<
  Record<WarningRow['kind'], { readonly at: 'list' | 'safeguard' | 'evidence'; readonly label: string }>
> = {
  idError: { at: 'list', label: '更正身份证号' },
  safeguardOverlap: { at: 'safeguard', label: '核实保障方式' },
  renovationIdentity: { at: 'safeguard', label: '核实该户' },
  evidenceMissing: { at: 'evidence', label: '上传佐证材料' },
  incomplete: { at: 'safeguard', label: '补充信息' },
  photoReuse: { at: 'evidence', label: '更换照片' },
};

/** The buttons that mend a warning or take its next step: only those that the user may use now. */
export function WarningActions({ warning }: { readonly warning: WarningRow }) {
  const user = useCurrentUser();
  const [asked, setAsked] = useState<Explanation | 'adopt'>();
  const fix = FIXES[warning.kind];
  const isWaiting = warning.state === 'open' || warning.state === 'rejected';
  const mayEnter = hasDuty(user, 'enter');
  const proposal =
    warning.kind === 'idError' && warning.explanation.hasProposal && warning.householdId !== null
      ? { memberId: warning.explanation.memberId, householdId: warning.householdId }
      : undefined;
  return (
    <Row>
      {isWaiting && mayEnter && proposal && (
        <Button variant="outlined" onClick={() => setAsked('adopt')}>
          采用建议号码
        </Button>
      )}
      {isWaiting && mayEnter && warning.householdId !== null && (
        <Button component={Link} to={`/entry/${warning.householdId}?at=${fix.at}`}>
          {fix.label}
        </Button>
      )}
      {stepsFor(warning, user).map((step) => (
        <Button key={step.door + step.label} onClick={() => setAsked(step)}>
          {step.label}
        </Button>
      ))}
      {asked === 'adopt' && proposal && <AdoptNumberDialog {...proposal} onClose={() => setAsked(undefined)} />}
      {asked && asked !== 'adopt' && (
        <ExplainDialog warning={warning} explanation={asked} onClose={() => setAsked(undefined)} />
      )}
    </Row>
  );
}

/** The steps of the life cycle that the user's level and duty allow in the warning's state. */
function stepsFor({ kind, state }: WarningRow, user: CurrentUser | undefined): readonly Explanation[] {
  const isWaiting = state === 'open' || state === 'rejected';
  const mayEnter = hasDuty(user, 'enter');
  const supervises = hasDuty(user, 'supervise') ? user?.level : undefined;
  const mayDismiss = mayEnter && isWaiting && DISMISSIBLE_WARNING_KINDS.some((one) => one === kind);
  const mayExplain = (mayEnter && isWaiting) || (supervises === 'county' && (isWaiting || state === 'proposed'));
  const mayReturn = state === 'submitted' ? supervises !== undefined : state === 'proposed' && supervises === 'county';
  return [
    ...(mayDismiss ? [{ door: 'dismiss', label: '填写说明' } as const] : []),
    ...(mayExplain
      ? [{ door: 'special-case', label: supervises === 'county' ? '提交特殊情况' : '说明特殊情况' } as const]
      : []),
    ...(state === 'submitted' && supervises === 'province' ? [{ door: 'forward', label: '上报' } as const] : []),
    ...(state === 'forwarded' && supervises === 'province'
      ? [
          { door: 'decide', label: '登记认可', decision: 'accepted' } as const,
          { door: 'decide', label: '登记不予认可', decision: 'rejected' } as const,
        ]
      : []),
    ...(mayReturn ? [{ door: 'decide', label: '退回', decision: 'returned' } as const] : []),
  ];
}
