import { styled } from '@mui/material/styles';
import type { CurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { colour, size } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';
import { useUserPlaces } from './use-user-places';
import { useProposals } from './use-users';

const Bar = styled('section')({
  display: 'flex',
  flex: 'none',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '6px 8px',
  maxHeight: 84,
  overflow: 'auto',
  padding: '8px 12px',
  fontSize: 13,
  border: `1px solid ${colour.infoLine}`,
  borderRadius: size.radius,
  background: colour.selected,
  '& button': {
    font: 'inherit',
    minHeight: 28,
    padding: '0 8px',
    color: colour.primary,
    background: colour.surface,
    border: `1px solid ${colour.infoLine}`,
    borderRadius: size.radius,
    cursor: 'pointer',
  },
});

interface ProposalsProps {
  readonly user: CurrentUser;
  readonly onChoose: (regionCode: string) => void;
}

/** Townships of the list that nobody enters for; each opens the form of a new clerk there. */
export function Proposals({ user, onChoose }: ProposalsProps) {
  const proposals = useProposals(user.level === 'county' || user.level === 'city');
  const placeOf = useUserPlaces(proposals);
  if (proposals.length === 0) return null;
  return (
    <Bar aria-label={t('需要开通录入人的乡镇')} className="no-print">
      <span>{t('{count} 个乡镇有未认定户、没有录入人，可根据名单增加：', { count: countText(proposals.length) })}</span>
      {proposals.map((proposal) => (
        <button key={proposal.regionCode} type="button" onClick={() => onChoose(proposal.regionCode)}>
          {t('{proposal}（{unrecognised} 户）', {
            proposal: placeOf(proposal),
            unrecognised: countText(proposal.unrecognised),
          })}
        </button>
      ))}
    </Bar>
  );
}
