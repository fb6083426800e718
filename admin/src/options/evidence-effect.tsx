import type { EvidenceEffect } from '@anju/domain/contracts';
import { phrase, t } from '../language/t';
import { countText } from '../vocabulary/numbers';
import { CountyTable } from './usage-table';

/** What other evidence requirements do, in numbers and by county. */
export function Effect({ effect }: { readonly effect: EvidenceEffect }) {
  const more = effect.counties.filter(({ missing }) => missing > 0);
  return (
    <>
      {effect.missing === 0 && effect.mended === 0 && <p>{t('不影响任何已认定的户。')}</p>}
      {effect.missing > 0 && (
        <>
          <p>{phrase('这将使 {missing} 户缺少佐证，涉及下列县：', { missing: <b>{countText(effect.missing)}</b> })}</p>
          <CountyTable
            label={t('将缺少佐证的县')}
            counties={more.map(({ missing, ...county }) => ({ ...county, households: missing }))}
          />
        </>
      )}
      {effect.mended > 0 && (
        <p>{t('{mended} 户不再缺少佐证，其预警自动解除。', { mended: countText(effect.mended) })}</p>
      )}
    </>
  );
}
