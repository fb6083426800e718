import type { RenovationRecord } from '@anju/domain/contracts';
import { Link } from 'react-router-dom';
import { Card } from '../layout/card';
import { yuanText } from '../vocabulary/numbers';
import { useForms } from '../vocabulary/use-forms';
import { useOptionLabel } from '../vocabulary/use-options';
import { Fact, Facts } from './facts';
import { useFieldText } from './use-field-text';

/** The renovation archive that the household is linked to. */
export function RenovationCard({ renovation }: { readonly renovation: RenovationRecord }) {
  const forms = useForms();
  const text = useFieldText();
  const optionLabel = useOptionLabel();
  const fields = forms?.safeguard.kinds.find(({ kind }) => kind === 'renovation')?.fields ?? [];
  const values = { ...renovation, kindNote: renovation.modeNote };
  return (
    <Card>
      <header>
        <h2>农村危房改造档案</h2>
        <Link to={`/renovations/${renovation.id}`} className="small no-print">
          打开档案
        </Link>
        {renovation.archiveNumber && <span className="muted small">档案号 {renovation.archiveNumber}</span>}
      </header>
      <Facts>
        {fields.map((field) => (
          <Fact key={field.name} label={field.label}>
            {text(field, values)}
          </Fact>
        ))}
        <Fact label="档案户主">{renovation.headName}</Fact>
        {renovation.structure && <Fact label="结构">{optionLabel('houseStructure', renovation.structure)}</Fact>}
        {renovation.area !== null && <Fact label="面积">{renovation.area} 平方米</Fact>}
        {renovation.selfRaised !== null && <Fact label="自筹">{yuanText(renovation.selfRaised)}</Fact>}
        {renovation.loan !== null && <Fact label="贷款">{yuanText(renovation.loan)}</Fact>}
      </Facts>
    </Card>
  );
}
