import { styled } from '@mui/material/styles';
import { type ReviewState } from '@anju/domain';
import { REVIEW_STATE_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';

const GLYPHS = {
  entered: { colour: colour.primary, part: '50%' },
  townshipApproved: { colour: colour.primary, part: '75%' },
  countyApproved: { colour: colour.done, part: '100%' },
} as const;

const State = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  whiteSpace: 'nowrap',
  color: colour.ink,
  '&::before': {
    content: '""',
    width: 14,
    height: 14,
    boxSizing: 'border-box',
    flex: 'none',
    borderRadius: '50%',
    border: '1.5px solid var(--glyph)',
    padding: 2,
    background: 'conic-gradient(var(--glyph) var(--part), transparent 0) content-box',
  },
  '&.gone': { color: colour.ink3 },
  '&.gone::before': {
    borderRadius: 2,
    background: 'linear-gradient(45deg, transparent 44%, var(--glyph) 44% 56%, transparent 56%)',
  },
  '&.none': { color: colour.ink3 },
});

/** A small tag for exceptions and for what other records say. */
export const Chip = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  height: 22,
  padding: '0 7px',
  borderRadius: 4,
  border: '1px solid transparent',
  fontSize: 12,
  whiteSpace: 'nowrap',
  '& svg': { width: 13, height: 13 },
  '&.returned': { background: colour.returnedTint, color: colour.returned },
  '&.alert': { background: colour.warningTint, color: colour.warning },
  '&.link': { borderColor: colour.line2, color: colour.ink2, background: colour.surface },
  '&.info': { background: colour.selected, color: colour.primary2 },
});

/** How far the review has come: the glyph carries the stage, the word the meaning. */
export function ReviewStatus({ state }: { readonly state: ReviewState | null }) {
  if (state === null) return null;
  if (state === 'returned') {
    return (
      <Chip className="returned">
        <Icon name="returned" />
        {REVIEW_STATE_LABELS.returned}
      </Chip>
    );
  }
  const glyph = GLYPHS[state];
  return <State style={variables(glyph.colour, glyph.part)}>{REVIEW_STATE_LABELS[state]}</State>;
}

/** A household whose departure (death, withdrawal) is explained instead of a safeguard. */
export function DepartedStatus() {
  return (
    <State className="gone" style={variables('#7F8C9C', '0%')}>
      {t('已说明退出')}
    </State>
  );
}

/** A household nobody has recognised yet. */
export function UnrecognisedStatus() {
  return (
    <State className="none" style={variables('#7F8C9C', '0%')}>
      {t('未认定')}
    </State>
  );
}

function variables(glyph: string, part: string): Record<string, string> {
  return { '--glyph': glyph, '--part': part };
}
