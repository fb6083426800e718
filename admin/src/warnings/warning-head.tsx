import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { WarningCounts } from '@anju/domain/contracts';
import { CONTROL, PHONE_CONTROL } from '../forms/field-frame';
import { t } from '../language/t';
import { TabRow } from '../layout/tab-row';
import { colour, PHONE } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';
import { useRegionName } from '../regions/use-regions';
import { countOf, ORDER_LABELS, TAB_LABELS, WARNING_ORDERS, WARNING_TABS, type WarningPlace } from './warning-tab';

const Head = styled('div')({
  display: 'flex',
  flex: 'none',
  alignItems: 'center',
  borderBottom: `1px solid ${colour.line}`,
  '& > div:first-of-type': { flex: 1, minWidth: 0, borderBottom: 0 },
  '& > .end': { display: 'flex', alignItems: 'center', gap: 8, paddingRight: 12, fontSize: 13, whiteSpace: 'nowrap' },
  '& select': { ...CONTROL, marginTop: 0, width: 'auto', height: 28 },
  [PHONE]: { flexWrap: 'wrap', '& > .end': { padding: '6px 12px' }, '& select': PHONE_CONTROL },
});

interface WarningHeadProps {
  readonly place: WarningPlace;
  readonly counts: WarningCounts | undefined;
  readonly onGo: (change: Readonly<Record<string, string | undefined>>) => void;
}

/** The states as tabs, the counts by region, the part of the region that is shown, and the order of the list. */
export function WarningHead({ place: { tab, kind, order, region, byRegion }, counts, onGo }: WarningHeadProps) {
  const regionName = useRegionName(region);
  return (
    <Head>
      <TabRow role="tablist" aria-label={t('预警状态')}>
        {WARNING_TABS.map((entry) => (
          <button
            key={entry}
            type="button"
            role="tab"
            aria-selected={entry === tab && !byRegion}
            onClick={() => onGo({ tab: entry, view: undefined })}
          >
            {TAB_LABELS[entry]} <span className="count">{countText(countOf(counts, entry, kind))}</span>
          </button>
        ))}
        <button type="button" role="tab" aria-selected={byRegion} onClick={() => onGo({ view: 'regions' })}>
          {t('分地区')}
        </button>
      </TabRow>
      <div className="end">
        {region !== undefined && (
          <Button size="small" variant="text" onClick={() => onGo({ region: undefined })}>
            {regionName ?? region} ×
          </Button>
        )}
        {!byRegion && (
          <select aria-label={t('排序')} value={order} onChange={(event) => onGo({ order: event.target.value })}>
            {WARNING_ORDERS.map((entry) => (
              <option key={entry} value={entry}>
                {ORDER_LABELS[entry]}
              </option>
            ))}
          </select>
        )}
      </div>
    </Head>
  );
}
