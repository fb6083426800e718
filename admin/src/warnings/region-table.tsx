import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import type { WarningKind } from '@anju/domain';
import type { RegionTally } from '@anju/domain/contracts';
import { t } from '../language/t';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { colour } from '../theme/tokens';
import { countText, shareText } from '../vocabulary/numbers';
import { daysSince } from './days-since';
import { useWarningRegions } from './use-warnings';

const Scroll = styled('div')({
  overflow: 'auto',
  minHeight: 0,
  '& table': { width: '100%', borderCollapse: 'separate', borderSpacing: 0, fontSize: 13 },
  '& th, & td': {
    padding: '7px 12px',
    borderBottom: `1px solid ${colour.line}`,
    textAlign: 'left',
    whiteSpace: 'nowrap',
  },
  '& thead th': { position: 'sticky', top: 0, background: colour.sunken, fontSize: 12, color: colour.ink2 },
  '& .num': { textAlign: 'right' },
  '& tr.total > *': { fontWeight: 600, background: colour.hover },
});

const VILLAGE_DIGITS = 12;

interface RegionTableProps {
  readonly region: string | undefined;
  readonly kind: WarningKind | undefined;
  /** The address of the list of a region's waiting warnings, or of its own parts. */
  readonly address: (region: string, view: 'list' | 'regions') => string;
}

/** Warnings by the parts of a region: what waits, what is on its way, what is settled, the closure rate, and how long the oldest waits. */
export function RegionTable({ region, kind, address }: RegionTableProps) {
  const { data, error, refetch } = useWarningRegions(region, kind);
  if (error) return <FailureState subject={t('分地区统计')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows />;
  return (
    <Scroll tabIndex={0} role="region" aria-label={t('分地区预警')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('地区')}</th>
            <th scope="col" className="num">
              {t('待处理')}
            </th>
            <th scope="col" className="num">
              {t('特殊情况办理中')}
            </th>
            <th scope="col" className="num">
              {t('已解除')}
            </th>
            <th scope="col" className="num">
              {t('办结率 %')}
            </th>
            <th scope="col" className="num">
              {t('等待最久')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="total">
            <th scope="row">{t('合计')}</th>
            <Figures tally={data.total} list={address(data.regionCode, 'list')} />
          </tr>
          {data.rows.map((row) => (
            <tr key={row.regionCode + String(row.unplaced)}>
              <th scope="row">
                {row.unplaced || row.regionCode.length >= VILLAGE_DIGITS ? (
                  (row.unplaced && t('{regionName}（未落实到下级）', { regionName: row.regionName })) || row.regionName
                ) : (
                  <Link to={address(row.regionCode, 'regions')}>{row.regionName}</Link>
                )}
              </th>
              <Figures tally={row} list={row.unplaced ? undefined : address(row.regionCode, 'list')} />
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Figures({ tally, list }: { readonly tally: RegionTally; readonly list: string | undefined }) {
  const { waiting, special, settled, closureRate, waitingSince } = tally;
  return (
    <>
      <td className="num">{list && waiting > 0 ? <Link to={list}>{countText(waiting)}</Link> : countText(waiting)}</td>
      <td className="num">{countText(special)}</td>
      <td className="num">{countText(settled)}</td>
      <td className="num">{shareText(closureRate)}</td>
      <td className="num">
        {waitingSince === null ? '–' : t('{waitingSince} 天', { waitingSince: countText(daysSince(waitingSince)) })}
      </td>
    </>
  );
}
