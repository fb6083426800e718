import type { HouseholdRecord } from '@anju/domain/contracts';
import { SOURCE_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { useOptionLabel } from '../vocabulary/use-options';
import { Fact, Facts } from './facts';

/** What the Poverty Office's list says of the household, and what the clerk added. */
export function ListFacts({ record }: { readonly record: HouseholdRecord }) {
  const optionLabel = useOptionLabel();
  return (
    <Card>
      <header>
        <h2>{t('名单信息')}</h2>
        {record.vanishedAt && <span className="muted small">{t('最近一次名单中已没有此户')}</span>}
      </header>
      <Facts>
        <Fact label={t('来源')}>{SOURCE_LABELS[record.source]}</Fact>
        <Fact label={t('户编号')}>{record.registryNumber}</Fact>
        <Fact label={t('所在地')}>{record.regionName}</Fact>
        <Fact label={t('家庭人口')}>{t('{memberCount} 人', { memberCount: record.memberCount })}</Fact>
        <Fact label={t('贫困户属性')}>{record.povertyAttribute}</Fact>
        <Fact label={t('主要致贫原因')}>{record.povertyCause}</Fact>
        <Fact label={t('脱贫状态')}>{exitText(record.povertyExited)}</Fact>
        <Fact label={t('脱贫年份')}>{record.exitYear}</Fact>
        {record.departureReason && (
          <Fact label={t('退出原因')}>{optionLabel('departureReason', record.departureReason)}</Fact>
        )}
        {record.verificationNote && (
          <Fact label={t('核实说明')} wide>
            {record.verificationNote}
          </Fact>
        )}
        {record.remark && (
          <Fact label={t('备注')} wide>
            {record.remark}
          </Fact>
        )}
      </Facts>
    </Card>
  );
}

function exitText(exited: boolean | null): string | null {
  if (exited === null) return null;
  return exited ? t('已脱贫') : t('未脱贫');
}
