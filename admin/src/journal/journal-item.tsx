import { styled } from '@mui/material/styles';
import type { JournalChange, JournalEntry } from '@anju/domain/contracts';
import { useState } from 'react';
import { t } from '../language/t';
import { colour, PHONE, size } from '../theme/tokens';

/** The columns of an entry: when, who, what, of what, old and new, where. */
export const ENTRY_GRID = {
  display: 'grid',
  // Pixels: heads and rows have letters of different sizes.
  gridTemplateColumns: '136px minmax(84px, 0.8fr) 88px minmax(96px, 0.9fr) minmax(0, 3fr) minmax(96px, 1fr)',
  gap: '2px 12px',
} as const;

const Item = styled('li')({
  ...ENTRY_GRID,
  padding: '8px 16px',
  borderBottom: `1px solid ${colour.line}`,
  fontSize: 13,
  lineHeight: '20px',
  '& > *': { minWidth: 0, overflowWrap: 'anywhere' },
  '& .when': { color: colour.ink2, fontVariantNumeric: 'tabular-nums' },
  '& .signInRefused': { color: colour.warning },
  // The end of a path is the place itself: it is what stays when the column is too narrow.
  '& .where': {
    overflow: 'hidden',
    direction: 'rtl',
    textAlign: 'left',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& dl': { margin: 0 },
  '& dl > div': { display: 'flex', flexWrap: 'wrap', gap: '0 6px' },
  '& dt': { color: colour.ink3 },
  '& dd': { margin: 0, minWidth: 0 },
  '& del': { color: colour.ink3 },
  '& ins': { textDecoration: 'none' },
  '& button': {
    padding: 0,
    border: 0,
    background: 'none',
    color: colour.primary,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    '&:hover': { textDecoration: 'underline' },
  },
  [PHONE]: {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    padding: '10px 12px',
    '& .what': { order: -2, fontWeight: 600 },
    '& .when': { order: -1 },
    '& .wide': { gridColumn: '1 / -1' },
    '& button': { minHeight: size.touch },
  },
});

const FIELDS_SHOWN = 4;

interface JournalItemProps {
  readonly entry: JournalEntry;
  readonly onSubject: (table: string, id: number) => void;
}

/** An entry: when, who, what was done to what, old and new of each field, and where. */
export function JournalItem({ entry, onSubject }: JournalItemProps) {
  const { action, actionLabel, actorId, actorName, at, changes, regionName, sealed, subjectId, subjectLabel } = entry;
  const [isWhole, setWhole] = useState(false);
  const place = regionName ?? entry.regionCode ?? t('全节点');
  const shown = isWhole ? changes : changes.slice(0, FIELDS_SHOWN);
  return (
    <Item aria-label={`${actionLabel}${subjectLabel}`}>
      <span className="when" title={sealed ? t('已封存') : t('尚待封存')}>
        {timeText(at)}
      </span>
      <span title={entry.username ?? undefined}>
        {actorName ?? (actorId === null ? nobody(action) : t('账号 {actorId}', { actorId }))}
      </span>
      <span className={`what ${action}`}>{actionLabel}</span>
      <span>
        {subjectId === null ? (
          subjectLabel
        ) : (
          <button
            type="button"
            title={t('只看这一对象的日志')}
            onClick={() => onSubject(entry.subjectTable, subjectId)}
          >
            {subjectLabel} {subjectId}
          </button>
        )}
      </span>
      <div className="wide">
        <dl>
          {shown.map((change) => (
            <Change key={change.field} change={change} />
          ))}
        </dl>
        {changes.length > FIELDS_SHOWN && (
          <button type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('收起') : t('其余 {count} 项', { count: changes.length - FIELDS_SHOWN })}
          </button>
        )}
      </div>
      <span className="muted wide where" title={place}>
        <bdi>{place}</bdi>
      </span>
    </Item>
  );
}

function Change({ change: { label, before, after } }: { readonly change: JournalChange }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {before !== null && (
          <>
            <del>{before}</del> →{' '}
          </>
        )}
        <ins>{after ?? t('空')}</ins>
      </dd>
    </div>
  );
}

/** At a sign-in nobody is signed in yet; the account is its subject. */
function nobody(action: string): string {
  return action.startsWith('signIn') ? '–' : t('系统');
}

/** Day and time to the second in the browser's zone. */
function timeText(iso: string): string {
  return new Date(iso).toLocaleString('sv-SE');
}
