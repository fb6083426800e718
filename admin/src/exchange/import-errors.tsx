import { styled } from '@mui/material/styles';
import type { ImportJobDetail } from '@anju/domain/contracts';
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
        错误 {countText(errorCount)} 处{errorCount > errors.length && `，先列出 ${errors.length} 处`}
      </h3>
      <ul tabIndex={0} aria-label="错误">
        {errors.map(({ row, field, message }, index) => (
          <li key={index}>
            <span className="muted">第 {countText(row)} 行</span>
            <span className="truncate">{field}</span>
            <span>{message}</span>
          </li>
        ))}
      </ul>
      <p className="muted small">有错误的户整户不导入。下载错误表，按“错误说明”改好后直接上传，即可补导这些户。</p>
    </Errors>
  );
}
