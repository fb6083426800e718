import { styled } from '@mui/material/styles';
import { t } from '../language/t';
import { colour } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 13,
  '& td': { padding: '5px 0', borderTop: `1px solid ${colour.line}` },
  '& td:last-of-type': { textAlign: 'right', whiteSpace: 'nowrap' },
});

interface CountyTableProps {
  readonly label: string;
  readonly counties: readonly {
    readonly regionCode: string;
    readonly regionName: string;
    readonly households: number;
  }[];
}

/** Households by county: counts only. */
export function CountyTable({ label, counties }: CountyTableProps) {
  if (counties.length === 0) return null;
  return (
    <Table aria-label={label}>
      <tbody>
        {counties.map(({ regionCode, regionName, households }) => (
          <tr key={regionCode}>
            <td>{regionName}</td>
            <td>{t('{households} 户', { households: countText(households) })}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
