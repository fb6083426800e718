import type { ExtraValue, HouseholdRecord } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { Fact, Facts } from './facts';

/** 其他字段: what was added to the household beside the product's own fields. */
export function ExtrasCard({ record: { extras } }: { readonly record: HouseholdRecord }) {
  if (extras.length === 0) return null;
  return (
    <Card aria-label={t('其他字段')}>
      <header>
        <h2>{t('其他字段')}</h2>
      </header>
      <Facts>
        {extras.map(({ name, label, value }) => (
          <Fact key={name} label={label}>
            {valueText(value)}
          </Fact>
        ))}
      </Facts>
    </Card>
  );
}

function valueText(value: ExtraValue): string | null {
  if (typeof value === 'boolean') return value ? t('是') : t('否');
  return value === null ? null : String(value);
}
