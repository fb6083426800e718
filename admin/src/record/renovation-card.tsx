import type { HouseholdRenovation } from '@anju/domain/contracts';
import { Link } from 'react-router-dom';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { yuanText } from '../vocabulary/numbers';
import { useForms } from '../vocabulary/use-forms';
import { useOptionLabel } from '../vocabulary/use-options';
import { ArchivePhotoThumbs } from './archive-photo-thumbs';
import { Fact, Facts } from './facts';
import { useFieldText } from './use-field-text';

/** The renovation archive that the household is linked to. */
export function RenovationCard({ renovation }: { readonly renovation: HouseholdRenovation }) {
  const forms = useForms();
  const text = useFieldText();
  const optionLabel = useOptionLabel();
  const fields = forms?.safeguard.kinds.find(({ kind }) => kind === 'renovation')?.fields ?? [];
  const values = { ...renovation, kindNote: renovation.modeNote };
  return (
    <Card>
      <header>
        <h2>{t('农村危房改造档案')}</h2>
        <Link to={`/renovations/${renovation.id}`} className="small no-print">
          {t('打开档案')}
        </Link>
        {renovation.archiveNumber && (
          <span className="muted small">
            {t('档案号 {archiveNumber}', { archiveNumber: renovation.archiveNumber })}
          </span>
        )}
      </header>
      <Facts>
        {fields.map((field) => (
          <Fact key={field.name} label={field.label}>
            {text(field, values)}
          </Fact>
        ))}
        <Fact label={t('档案户主')}>{renovation.headName}</Fact>
        {renovation.structure && <Fact label={t('结构')}>{optionLabel('houseStructure', renovation.structure)}</Fact>}
        {renovation.area !== null && <Fact label={t('面积')}>{t('{area} 平方米', { area: renovation.area })}</Fact>}
        {renovation.selfRaised !== null && <Fact label={t('自筹')}>{yuanText(renovation.selfRaised)}</Fact>}
        {renovation.loan !== null && <Fact label={t('贷款')}>{yuanText(renovation.loan)}</Fact>}
      </Facts>
      {renovation.photos.length > 0 && <ArchivePhotoThumbs photos={renovation.photos} />}
    </Card>
  );
}
