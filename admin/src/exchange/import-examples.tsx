import { styled } from '@mui/material/styles';
import type { ImportEffect } from '@anju/domain';
import type { ImportJobDetail } from '@anju/domain/contracts';
import { t } from '../language/t';
import { colour, PHONE } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';

const EFFECT_LABELS: Readonly<Record<ImportEffect, string>> = {
  new: t('新增'),
  changed: t('变更'),
  unchanged: t('未变'),
  vanished: t('名单已无'),
  refused: t('拒收'),
};

const Examples = styled('details')({
  '& summary': { cursor: 'pointer', padding: '4px 0' },
  '& ul': { border: `1px solid ${colour.line}`, borderRadius: 6, maxHeight: 260, overflow: 'auto' },
  '& li': {
    display: 'grid',
    gridTemplateColumns: '5em 5.5em 6em minmax(0, 1fr)',
    gap: 8,
    padding: '5px 10px',
    borderBottom: `1px solid ${colour.line}`,
  },
  '& li:last-of-type': { borderBottom: 0 },
  [PHONE]: { '& li': { gridTemplateColumns: '4.5em minmax(0, 1fr)' } },
});

/** Some of what the list does, a few of each effect. */
export function ImportExamples({ job }: { readonly job: ImportJobDetail }) {
  if (job.examples.length === 0) return null;
  return (
    <Examples open={job.state === 'checked'}>
      <summary>{t('举例（每类至多 5 条）')}</summary>
      <ul tabIndex={0} aria-label={t('举例')}>
        {job.examples.map(({ effect, row, name, detail }, index) => (
          <li key={index}>
            <span>{EFFECT_LABELS[effect]}</span>
            <span className="muted">{row === null ? t('名单外') : t('第 {row} 行', { row: countText(row) })}</span>
            <span>{name}</span>
            <span className="muted">{detail}</span>
          </li>
        ))}
      </ul>
    </Examples>
  );
}
