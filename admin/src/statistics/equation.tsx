import { styled } from '@mui/material/styles';
import { share, STATISTICS_IDENTITIES } from '@anju/domain';
import type { StatisticsTable } from '@anju/domain/contracts';
import { Fragment } from 'react';
import { colour, PHONE } from '../theme/tokens';
import { shareText } from '../vocabulary/numbers';
import { Count } from './count-cell';
import { partLabel } from './part-label';
import { Verdict } from './verdict';

const Row = styled('div')({
  display: 'flex',
  flex: 'none',
  alignItems: 'center',
  gap: 22,
  padding: '7px 16px',
  borderBottom: `1px solid ${colour.line}`,
  overflow: 'auto hidden',
  '& .term': { display: 'flex', flexDirection: 'column', whiteSpace: 'nowrap' },
  '& .term span': { fontSize: 12, lineHeight: '16px', color: colour.ink3 },
  '& .term b': { fontSize: 18, lineHeight: '24px' },
  '& .term b a': { fontWeight: 600 },
  '& .term small': { fontSize: 12, color: colour.ink3, marginLeft: 6 },
  '& .sign': { fontSize: 18, color: colour.ink3, paddingTop: 14 },
  '& .verdict': {
    marginLeft: 'auto',
    display: 'flex',
    gap: 8,
    alignItems: 'center',
    fontSize: 13,
    lineHeight: '16px',
    whiteSpace: 'nowrap',
    color: colour.done,
  },
  '& .verdict.broken': { color: colour.warning },
  '& .verdict small': { display: 'block', fontSize: 12, color: colour.ink3 },
  [PHONE]: {
    display: 'grid',
    gridTemplateColumns: '14px minmax(0, 1fr)',
    gap: '2px 8px',
    padding: '8px 12px',
    '& .term': { gridColumn: 2, flexDirection: 'row', justifyContent: 'space-between', alignItems: 'center' },
    '& .term span': { fontSize: 13 },
    '& .sign': { gridColumn: 1, padding: 0, textAlign: 'center' },
    '& .verdict': { gridColumn: '1 / -1', margin: '4px 0 0' },
    '& .sign + .term': { gridColumn: 2 },
  },
});

/** The table's first identity as an equation, and whether all its sums hold. */
export function Equation({ table }: { readonly table: StatisticsTable }) {
  const identity = STATISTICS_IDENTITIES[table.table][0];
  if (!identity) return null;
  const whole = table.total[identity.whole] ?? 0;
  const terms = [identity.whole, ...identity.parts];
  return (
    <Row>
      {terms.map((key, index) => (
        <Fragment key={key}>
          {index > 0 && <span className="sign">{index === 1 ? '=' : '+'}</span>}
          <div className="term">
            <span>{partLabel(table, key)}</span>
            <b>
              <Count
                table={table.table}
                value={table.total[key]}
                column={{ key, unit: 'households' }}
                region={table.region}
                regionName={table.regionName}
                scope={table.scope}
                isKept={table.day !== null}
              />
              {index > 0 && <small>{whole > 0 && `${shareText(share(table.total[key] ?? 0, whole))}%`}</small>}
            </b>
          </div>
        </Fragment>
      ))}
      <Verdict table={table} />
    </Row>
  );
}
