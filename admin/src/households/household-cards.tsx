import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import type { HouseholdRow } from '@anju/domain/contracts';
import { SAFEGUARD_KIND_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { Chip, ReviewStatus } from '../states/status';
import { colour, size } from '../theme/tokens';
import { Masked, Recognition, WarningMark } from './household-cells';
import { LinkedChip } from './safeguard-cell';
import { usePlaceNames } from './use-place-names';
import { useRowAction } from './use-row-action';

const Cards = styled('ul')({
  display: 'grid',
  gap: 8,
  '& li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '2px 10px',
    padding: '9px 12px',
    background: colour.surface,
    border: `1px solid ${colour.line}`,
    borderRadius: size.radius,
  },
  '& .name': { fontSize: 16, fontWeight: 600, color: colour.ink, marginRight: 8 },
  '& .id': { fontSize: 13, color: colour.ink2 },
  '& .chips': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 6, marginTop: 4, fontSize: 13 },
});

/** Households as cards: name, place, number, what is known, one action. */
export function HouseholdCards({ rows }: { readonly rows: readonly HouseholdRow[] }) {
  const actionOf = useRowAction();
  const placeOf = usePlaceNames(rows);
  return (
    <Cards>
      {rows.map((row) => (
        <li key={row.id}>
          <div>
            <div>
              <Link to={`/households/${row.id}`} className="name">
                {row.headName}
              </Link>
              <span className="muted">
                {t('{row}·{memberCount} 人', { row: placeOf(row), memberCount: row.memberCount })}
              </span>
            </div>
            <div className="id">
              <Masked row={row} field="idNumber" />
            </div>
            <div className="chips">
              <Known row={row} />
              <WarningMark count={row.warningCount} />
            </div>
          </div>
          <Button
            component={Link}
            to={actionOf(row).to}
            aria-label={t('{label}：{headName}', { label: actionOf(row).label, headName: row.headName })}
          >
            {actionOf(row).label}
          </Button>
        </li>
      ))}
    </Cards>
  );
}

function Known({ row }: { readonly row: HouseholdRow }) {
  if (row.kind) {
    return (
      <>
        <Chip className="info">{SAFEGUARD_KIND_LABELS[row.kind]}</Chip>
        <ReviewStatus state={row.reviewState} />
      </>
    );
  }
  return row.linked.length > 0 ? <LinkedChip row={row} /> : <Recognition row={row} />;
}
