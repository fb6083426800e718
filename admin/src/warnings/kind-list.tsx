import { styled } from '@mui/material/styles';
import { WARNING_KINDS, type WarningKind } from '@anju/domain';
import type { WarningCounts } from '@anju/domain/contracts';
import { WARNING_KIND_HINTS, WARNING_KIND_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { colour, PHONE, size } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';
import { countOf } from './warning-tab';

const List = styled('nav')({
  flex: 'none',
  alignSelf: 'start',
  width: 236,
  background: colour.surface,
  border: `1px solid ${colour.line}`,
  borderRadius: size.radius,
  overflow: 'hidden',
  '& button': {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: '1px 8px',
    width: '100%',
    padding: '9px 14px',
    border: 0,
    borderBottom: `1px solid ${colour.line}`,
    borderLeft: '3px solid transparent',
    background: 'none',
    color: colour.ink,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    outlineOffset: -2,
    '&:hover': { background: colour.hover },
  },
  '& button:last-of-type': { borderBottom: 0 },
  '& button[aria-current=true]': {
    background: colour.selected,
    color: colour.primary2,
    fontWeight: 600,
    borderLeftColor: colour.primary,
  },
  '& .hint': { gridColumn: '1 / -1', fontSize: 12, fontWeight: 400, color: colour.ink3 },
  [PHONE]: {
    display: 'flex',
    width: 'auto',
    alignSelf: 'stretch',
    gap: 8,
    background: 'none',
    border: 0,
    overflow: 'auto hidden',
    scrollbarWidth: 'none',
    '& button': {
      display: 'flex',
      flex: 'none',
      width: 'auto',
      minHeight: size.touch,
      alignItems: 'center',
      border: `1px solid ${colour.line2}`,
      borderRadius: 22,
      background: colour.surface,
    },
    '& button:last-of-type': { borderBottom: `1px solid ${colour.line2}` },
    '& button[aria-current=true]': { borderColor: colour.primary },
    '& .hint': { display: 'none' },
  },
});

interface KindListProps {
  readonly counts: WarningCounts | undefined;
  readonly current: WarningKind | undefined;
  readonly onChoose: (kind: WarningKind | undefined) => void;
}

/** The kinds of warnings, each with how many wait. */
export function KindList({ counts, current, onChoose }: KindListProps) {
  return (
    <List aria-label={t('预警类型')}>
      <button type="button" aria-current={current === undefined} onClick={() => onChoose(undefined)}>
        {t('全部待处理')} <span>{countText(countOf(counts, 'waiting'))}</span>
      </button>
      {WARNING_KINDS.map((kind) => (
        <button key={kind} type="button" aria-current={current === kind} onClick={() => onChoose(kind)}>
          {WARNING_KIND_LABELS[kind]} <span>{countText(countOf(counts, 'waiting', kind))}</span>
          <span className="hint">{WARNING_KIND_HINTS[kind]}</span>
        </button>
      ))}
    </List>
  );
}
