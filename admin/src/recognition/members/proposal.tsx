import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { t } from '../../language/t';
import { Icon } from '../../theme/icon';
import { colour, PHONE, size } from '../../theme/tokens';
import type { MemberState } from './use-member';

const Callout = styled('div')({
  display: 'flex',
  gap: 8,
  alignItems: 'center',
  padding: '6px 10px',
  borderRadius: size.radius,
  border: `1px solid ${colour.warningLine}`,
  background: colour.warningTint,
  fontSize: 12,
  lineHeight: '18px',
  whiteSpace: 'normal',
  '& > svg': { color: colour.warning },
  '& .reason': { flex: 1, minWidth: 0 },
  '& .number': { fontSize: 14, fontWeight: 600, letterSpacing: 0.2, whiteSpace: 'nowrap' },
  [PHONE]: {
    flexWrap: 'wrap',
    '& .reason': { flex: '1 0 calc(100% - 32px)' },
    '& .number': { flex: '1 0 100%', fontSize: 15 },
  },
});

interface ProposalProps {
  readonly member: MemberState;
  readonly name: string;
}

/** The number that may be the right one, with its reason: one click takes it, nothing happens by itself. */
export function Proposal({ member, name }: ProposalProps) {
  const { proposal, adopt, refuse } = member;
  if (!proposal) return null;
  return (
    <Callout>
      <Icon name="warning" />
      <span className="reason">{proposal.reason}</span>
      <span className="number">{proposal.number}</span>
      <Button
        size="small"
        color="primary"
        onClick={() => adopt(proposal.number)}
        aria-label={t('{name}：采用建议号码 {number}', { name, number: proposal.number })}
      >
        {t('采用')}
      </Button>
      <Button size="small" onClick={refuse} aria-label={t('{name}：不采用建议号码', { name })}>
        {t('不是此人')}
      </Button>
    </Callout>
  );
}
