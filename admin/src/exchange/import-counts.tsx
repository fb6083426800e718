import { styled } from '@mui/material/styles';
import type { ImportCounts, ImportJobDetail } from '@anju/domain/contracts';
import { colour } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';

const Table = styled('table')({
  borderCollapse: 'collapse',
  maxWidth: 720,
  width: '100%',
  fontSize: 13,
  '& th, & td': { padding: '6px 8px', borderBottom: `1px solid ${colour.line}`, textAlign: 'right' },
  '& th:first-of-type': { textAlign: 'left' },
  '& thead th': { color: colour.ink3, fontWeight: 400, whiteSpace: 'nowrap' },
  '& td': { fontWeight: 600 },
  '& .refused': { color: colour.warning },
});

const COLUMNS: readonly (readonly [keyof ImportCounts, string])[] = [
  ['new', '新增'],
  ['changed', '变更'],
  ['unchanged', '未变'],
  ['vanished', '名单已无'],
  ['refused', '拒收'],
];

/** What the list does, or did, to the register, in households and in persons. */
export function ImportCountsTable({ job }: { readonly job: ImportJobDetail }) {
  const { households, persons, rows } = job;
  if (!households || !persons) return null;
  return (
    <Table>
      <caption className="visually-hidden">{job.state === 'committed' ? '导入结果' : '试算结果'}</caption>
      <thead>
        <tr>
          <th scope="col">名单共 {countText(rows)} 行</th>
          {COLUMNS.map(([key, label]) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row name="户" counts={households} />
        <Row name="人" counts={persons} />
      </tbody>
    </Table>
  );
}

function Row({ name, counts }: { readonly name: string; readonly counts: ImportCounts }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {COLUMNS.map(([key]) => (
        <td key={key} className={key === 'refused' && counts.refused > 0 ? 'refused' : undefined}>
          {countText(counts[key])}
        </td>
      ))}
    </tr>
  );
}
