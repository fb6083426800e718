import { styled } from '@mui/material/styles';
import type { ImportCounts, ImportJobDetail } from '@anju/domain/contracts';
import { t } from '../language/t';
import { colour } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';
import { unitOf } from './import-kind-words';

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
  ['new', t('新增')],
  ['changed', t('变更')],
  ['unchanged', t('未变')],
  ['vanished', t('名单已无')],
  ['refused', t('拒收')],
];

/** What the list does, or did, to the register, in the units of its kind. */
export function ImportCountsTable({ job }: { readonly job: ImportJobDetail }) {
  const { kind, households, persons, entries, rows } = job;
  if (!households && !entries) return null;
  return (
    <Table>
      <caption className="visually-hidden">{job.state === 'committed' ? t('导入结果') : t('试算结果')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('名单共 {rows} 行', { rows: countText(rows) })}</th>
          {COLUMNS.map(([key, label]) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {households && <Row name={t('户')} counts={households} />}
        {persons && <Row name={t('人')} counts={persons} />}
        {entries && <Row name={unitOf(kind)} counts={entries} />}
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
