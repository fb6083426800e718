import type { ForeignRenovation } from '@anju/domain/contracts';
import { Card } from '../layout/card';
import { useOptionLabel } from '../vocabulary/use-options';
import { Fact, Facts } from './facts';

/** The renovation archive of another county: what tells it apart, and whom to call. */
export function ForeignRenovationCard({ renovation }: { readonly renovation: ForeignRenovation }) {
  const optionLabel = useOptionLabel();
  return (
    <Card aria-label="外地危房改造档案">
      <header>
        <h2>农村危房改造档案</h2>
        <span className="muted small">
          {renovation.isLinked ? '已关联' : '身份证号相符'}，档案在{renovation.countyName}
          ，只读；如需查看或更正，请联系该县
        </span>
      </header>
      <Facts>
        <Fact label="所在县">{renovation.countyName}</Fact>
        <Fact label="档案户主">{renovation.headName}</Fact>
        <Fact label="列入计划的年度">{renovation.planYear}</Fact>
        <Fact label="改造方式">{optionLabel('renovationMode', renovation.renovationMode)}</Fact>
        <Fact label="是否验收">{renovation.accepted === null ? null : renovation.accepted ? '是' : '否'}</Fact>
      </Facts>
    </Card>
  );
}
