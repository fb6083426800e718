import GlobalStyles from '@mui/material/GlobalStyles';
import { styled } from '@mui/material/styles';
import type { StatisticsTable } from '@anju/domain/contracts';
import { STATISTICS_SCOPE_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { dateTimeText } from '../vocabulary/numbers';

const Head = styled('div')({
  display: 'none',
  '@media print': {
    display: 'block',
    textAlign: 'center',
    padding: '0 0 6px',
    '& b': { fontSize: 18, lineHeight: '28px' },
    '& p': { fontSize: 11 },
  },
});

/** On paper: what table this is, of which region and scope, and of when. */
export function PrintHead({ table }: { readonly table: StatisticsTable }) {
  return (
    <Head>
      <GlobalStyles styles={{ '@page': { size: 'A4 landscape', margin: '10mm' } }} />
      <b>
        {table.regionName}
        {table.label}
      </b>
      <p>
        {t('统计范围：{scope}　单位：户　数据时间：{asOf}', {
          scope: STATISTICS_SCOPE_LABELS[table.scope],
          asOf: table.day === null ? dateTimeText(table.asOf) : t('{day} 日终', { day: table.day }),
        })}
      </p>
    </Head>
  );
}
