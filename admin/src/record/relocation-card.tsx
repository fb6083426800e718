import type { RelocationEntryRow } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { RelocationFacts } from './relocation-facts';

/** The household's entry on the Poverty Office's relocation list, which nobody changes here. */
export function RelocationCard({ entry }: { readonly entry: RelocationEntryRow }) {
  return (
    <Card aria-label={t('易地扶贫搬迁名单')}>
      <header>
        <h2>{t('易地扶贫搬迁名单')}</h2>
        <span className="muted small">{t('来自扶贫办名单，只读')}</span>
      </header>
      <RelocationFacts entry={entry} withDates />
    </Card>
  );
}
