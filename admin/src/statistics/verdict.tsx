import { identityViolations } from '@anju/domain';
import type { StatisticsTable } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { clockText, dateTimeText } from '../vocabulary/numbers';

/** Whether all sums hold, of when the counts are, and what the last recount of the households found. */
export function Verdict({ table }: { readonly table: StatisticsTable }) {
  const holds = identityViolations(table).length === 0;
  return (
    <div className={holds ? 'verdict' : 'verdict broken'}>
      <Icon name={holds ? 'check' : 'warning'} />
      <span>
        {holds ? t('各项合计一致') : t('合计不一致，请联系系统管理员')}
        <small>
          {table.day === null
            ? t('截至 {asOf}', { asOf: clockText(table.asOf) })
            : t('{day} 日终留存', { day: table.day })}
          {table.recounted &&
            t(' · 全量核对 {at} {differences}', {
              at: dateTimeText(table.recounted.at),
              differences: recountWords(table.recounted.differences),
            })}
        </small>
      </span>
    </div>
  );
}

function recountWords(differences: number): string {
  return differences === 0 ? t('一致') : t('发现 {differences} 处差异，已更正', { differences });
}
