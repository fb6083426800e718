import { styled } from '@mui/material/styles';
import { useEffect, useRef } from 'react';
import type { ReviewRow } from '@anju/domain/contracts';
import { usePlaceNames } from '../households/use-place-names';
import { SAFEGUARD_KIND_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { Chip } from '../states/status';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import { dayText } from '../vocabulary/numbers';

const Rows = styled('ul')({
  flex: 1,
  minHeight: 0,
  margin: 0,
  padding: 0,
  listStyle: 'none',
  overflow: 'auto',
  '& button': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '2px 8px',
    width: '100%',
    minHeight: 54,
    padding: '7px 12px',
    border: 0,
    borderBottom: `1px solid ${colour.line}`,
    background: 'none',
    color: colour.ink,
    font: 'inherit',
    fontSize: 13,
    textAlign: 'left',
    cursor: 'pointer',
    outlineOffset: -2,
    '&:hover': { background: colour.hover },
    '&[aria-current=true]': { background: colour.selected, boxShadow: `inset 3px 0 0 ${colour.primary}` },
  },
  '& b': { fontSize: 14 },
  '& .side': { fontSize: 12, color: colour.ink3 },
});

interface QueueProps {
  readonly rows: readonly ReviewRow[];
  readonly current: number | undefined;
  readonly onChoose: (id: number) => void;
}

/** The households of a queue; the current one stays in sight. */
export function Queue({ rows, current, onChoose }: QueueProps) {
  const list = useRef<HTMLUListElement>(null);
  const placeOf = usePlaceNames(rows);
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <Rows ref={list} aria-label={t('审核名单')}>
      {rows.map((row) => (
        <li key={row.id}>
          <button type="button" aria-current={row.id === current} onClick={() => onChoose(row.id)}>
            <span className="truncate">
              <b>{row.headName}</b> <span className="muted">{placeOf(row)}</span>
            </span>
            <span className="side">{dayText(row.changedAt).slice(5)}</span>
            <span className="truncate">{SAFEGUARD_KIND_LABELS[row.kind]}</span>
            <span>
              {row.countyPaper && <Chip className="info">{t('纸质已审')}</Chip>}{' '}
              {row.warningCount > 0 && (
                <Chip className="alert" aria-label={t('{warningCount} 条预警', { warningCount: row.warningCount })}>
                  <Icon name="warning" />
                  {row.warningCount}
                </Chip>
              )}
            </span>
          </button>
        </li>
      ))}
    </Rows>
  );
}
