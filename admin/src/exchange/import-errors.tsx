import { styled } from '@mui/material/styles';
import type { ImportJobDetail } from '@anju/domain/contracts';
import { t } from '../language/t';
import { colour } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';

const Errors = styled('div')({
  '& h3': { paddingBottom: 4 },
  '& ul': { border: `1px solid ${colour.line}`, borderRadius: 6, maxHeight: 220, overflow: 'auto' },
  '& li': {
    display: 'grid',
    gridTemplateColumns: '6.5em 7em minmax(0, 1fr)',
    gap: 8,
    padding: '5px 10px',
    borderBottom: `1px solid ${colour.line}`,
  },
  '& li:last-of-type': { borderBottom: 0 },
});

/** The first of the row errors; all of them stand in the workbook. */
export function ImportErrors({ job }: { readonly job: ImportJobDetail }) {
  const { errors, errorCount } = job;
  if (errors.length === 0 || errorCount === null) return null;
  return (
    <Errors>
      <h3>
        {t('错误 {errorCount} 处{count}', {
          errorCount: countText(errorCount),
          count: errorCount > errors.length && t('，先列出 {count} 处', { count: errors.length }),
        })}
      </h3>
      <ul tabIndex={0} aria-label={t('错误')}>
        {errors.map(({ row, field, message }, index) => (
          <li key={index}>
            <span className="muted">{t('第 {row} 行', { row: countText(row) })}</span>
            <span className="truncate">{field}</span>
            <span>{message}</span>
          </li>
        ))}
      </ul>
      <p className="muted small">
        {t('{value}下载错误表，按“错误说明”改好后直接上传，即可补导。', {
          value: job.kind === 'household' ? t('有错误的户整户不导入。') : t('有错误的行不导入。'),
        })}
      </p>
    </Errors>
  );
}
