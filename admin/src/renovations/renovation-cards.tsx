import { styled } from '@mui/material/styles';
import type { RenovationRow } from '@anju/domain/contracts';
import { usePlaceNames } from '../households/use-place-names';
import { colour, size } from '../theme/tokens';
import { useOptionLabel } from '../vocabulary/use-options';
import { ArchiveName, LinkedTo, Remarks, rowKey, RowAction } from './renovation-cells';

const Cards = styled('ul')({
  display: 'grid',
  gap: 8,
  padding: 8,
  margin: 0,
  listStyle: 'none',
  '& li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '2px 10px',
    padding: '9px 12px',
    border: `1px solid ${colour.line}`,
    borderRadius: size.radius,
    fontSize: 13,
  },
  '& .name, & .name a': { fontSize: 16, fontWeight: 600, color: colour.ink, marginRight: 8 },
  // Beside plain text a link is told by more than its colour.
  '& .linked a': { textDecoration: 'underline' },
  '& .action a': { display: 'inline-flex', alignItems: 'center', minHeight: size.touch, padding: '0 8px' },
});

/** Archives as cards: name, place, what was done, whose it is, one action. */
export function RenovationCards({ rows }: { readonly rows: readonly RenovationRow[] }) {
  const labelOf = useOptionLabel();
  const placeOf = usePlaceNames(rows);
  return (
    <Cards>
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <div>
            <div>
              <span className="name">
                <ArchiveName row={row} />
              </span>
              <span className="muted">{placeOf(row)}</span>
            </div>
            <div className="muted">
              {[row.planYear, row.renovationMode && labelOf('renovationMode', row.renovationMode), row.idNumber]
                .filter(Boolean)
                .join(' · ')}
            </div>
            <div className="linked">
              <LinkedTo row={row} />
            </div>
            <div>
              <Remarks row={row} />
            </div>
          </div>
          <span className="action">
            <RowAction row={row} />
          </span>
        </li>
      ))}
    </Cards>
  );
}
