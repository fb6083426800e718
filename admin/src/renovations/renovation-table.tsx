import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { styled } from '@mui/material/styles';
import { TableScroll } from '../layout/table-scroll';
import type { RenovationRow } from '@anju/domain/contracts';
import { usePlaceNames } from '../households/use-place-names';
import { t } from '../language/t';
import { amountText } from '../vocabulary/numbers';
import { useOptionLabel } from '../vocabulary/use-options';
import { ArchiveName, LinkedTo, Remarks, rowKey, RowAction } from './renovation-cells';

const Scroll = styled(TableScroll)({
  '& table': { minWidth: 1180 },
  '& td': { whiteSpace: 'nowrap' },
  '& td.remarks': { whiteSpace: 'normal', minWidth: 150 },
});

const COLUMNS = [
  t('所在地'),
  t('户主'),
  t('身份证号'),
  t('贫困类型'),
  t('计划年度'),
  t('改造方式'),
  t('补助资金（元）'),
  t('验收'),
  t('关联的户'),
  t('提示'),
];

interface RenovationTableProps {
  readonly rows: readonly RenovationRow[];
  /** Number of the first row in the whole list. */
  readonly first: number;
}

/** Archives as a table; the action stays at the right edge. */
export function RenovationTable({ rows, first }: RenovationTableProps) {
  const labelOf = useOptionLabel();
  const placeOf = usePlaceNames(rows);
  return (
    <Scroll tabIndex={0} role="region" aria-label={t('档案表格')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell align="right">{t('序号')}</TableCell>
            {COLUMNS.map((column) => (
              <TableCell key={column} align={column === t('补助资金（元）') ? 'right' : 'left'}>
                {column}
              </TableCell>
            ))}
            <TableCell>{t('操作')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={rowKey(row)}>
              <TableCell align="right">{first + index}</TableCell>
              <TableCell>{placeOf(row)}</TableCell>
              <TableCell className="name">
                <ArchiveName row={row} />
              </TableCell>
              <TableCell className="id">{row.idNumber ?? '–'}</TableCell>
              <TableCell>{labelOf('povertyType', row.povertyType)}</TableCell>
              <TableCell>{row.planYear ?? '–'}</TableCell>
              <TableCell>{labelOf('renovationMode', row.renovationMode)}</TableCell>
              <TableCell align="right">{amountText(row.subsidyTotal)}</TableCell>
              <TableCell>{row.accepted === null ? '–' : row.accepted ? t('已验收') : t('未验收')}</TableCell>
              <TableCell>
                <LinkedTo row={row} />
              </TableCell>
              <TableCell className="remarks">
                <Remarks row={row} />
              </TableCell>
              <TableCell>
                <RowAction row={row} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Scroll>
  );
}
