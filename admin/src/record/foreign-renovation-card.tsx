import type { ForeignRenovation } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { useOptionLabel } from '../vocabulary/use-options';
import { Fact, Facts } from './facts';

/** The renovation archive of another county: what tells it apart, and whom to call. */
export function ForeignRenovationCard({ renovation }: { readonly renovation: ForeignRenovation }) {
  const optionLabel = useOptionLabel();
  return (
    <Card aria-label={t('外地危房改造档案')}>
      <header>
        <h2>{t('农村危房改造档案')}</h2>
        <span className="muted small">
          {t('{value}，档案在{countyName}，只读；如需查看或更正，请联系该县', {
            value: renovation.isLinked ? t('已关联') : t('身份证号相符'),
            countyName: renovation.countyName,
          })}
        </span>
      </header>
      <Facts>
        <Fact label={t('所在县')}>{renovation.countyName}</Fact>
        <Fact label={t('档案户主')}>{renovation.headName}</Fact>
        <Fact label={t('列入计划的年度')}>{renovation.planYear}</Fact>
        <Fact label={t('改造方式')}>{optionLabel('renovationMode', renovation.renovationMode)}</Fact>
        <Fact label={t('是否验收')}>
          {renovation.accepted === null ? null : renovation.accepted ? t('是') : t('否')}
        </Fact>
      </Facts>
    </Card>
  );
}
