import type { SafeguardKind } from '@anju/domain';
import { styled } from '@mui/material/styles';
import type { KindForm } from '@anju/domain/contracts';
import { t } from '../../language/t';
import { LinkButton } from '../section';
import { colour, PHONE, size } from '../../theme/tokens';

const Cards = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  '& label': {
    display: 'flex',
    flex: '1 0 auto',
    alignItems: 'center',
    gap: 6,
    minHeight: 34,
    padding: '0 8px',
    border: `1px solid ${colour.line2}`,
    borderRadius: size.radius,
    fontSize: 13,
    lineHeight: '18px',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
  },
  '& label:hover': { background: colour.hover },
  '& label:focus-within': { outline: `2px solid ${colour.primary}`, outlineOffset: 2 },
  '& label.chosen': {
    borderColor: colour.primary,
    background: colour.selected,
    color: colour.primary2,
    fontWeight: 600,
  },
  '& input': {
    appearance: 'none',
    boxSizing: 'border-box',
    flex: 'none',
    width: 14,
    height: 14,
    margin: 0,
    outline: 0,
    border: `1.5px solid ${colour.field}`,
    borderRadius: '50%',
    cursor: 'pointer',
    '&:checked': { border: `4.5px solid ${colour.primary}` },
  },
  [PHONE]: {
    flexDirection: 'column',
    position: 'relative',
    '& label': { minHeight: size.touch, fontSize: 15, padding: '0 10px', whiteSpace: 'normal' },
    '& input': { width: 18, height: 18, '&:checked': { borderWidth: 6 } },
    '&.collapsed label:not(.chosen)': { display: 'none' },
    '&.collapsed label.chosen': { paddingRight: 60 },
    '& .change': { position: 'absolute', right: 10, top: 0, fontSize: 15 },
  },
});

interface KindCardsProps {
  readonly kinds: readonly KindForm[];
  readonly chosen: SafeguardKind | '';
  /** On a phone only the chosen kind is shown until it is to be changed. */
  readonly collapsed: boolean;
  readonly onChoose: (kind: SafeguardKind) => void;
  readonly onChange: () => void;
}

/** The six kinds as cards with real radio buttons: arrow keys move among them. */
export function KindCards({ kinds, chosen, collapsed, onChoose, onChange }: KindCardsProps) {
  return (
    <Cards className={collapsed ? 'collapsed' : undefined}>
      {kinds.map(({ kind, label }) => (
        <label key={kind} className={kind === chosen ? 'chosen' : undefined}>
          <input type="radio" name="kind" value={kind} checked={kind === chosen} onChange={() => onChoose(kind)} />
          {label}
        </label>
      ))}
      {collapsed && (
        <LinkButton type="button" className="change phone-only" onClick={onChange}>
          {t('更改')}
        </LinkButton>
      )}
    </Cards>
  );
}
