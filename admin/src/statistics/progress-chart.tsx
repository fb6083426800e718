import { styled } from '@mui/material/styles';
import type { ProgressDay } from '@anju/domain/contracts';
import { t } from '../language/t';
import { chart, colour } from '../theme/tokens';
import { countText, shareText } from '../vocabulary/numbers';
import { daySteps } from './day-steps';
import { useProgress } from './use-statistics';

const WIDTH = 640;
const HEIGHT = 96;

const Figure = styled('figure')({
  flex: 'none',
  margin: 0,
  padding: '8px 16px 6px',
  borderTop: `1px solid ${colour.line}`,
  '& figcaption': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 12px',
    fontSize: 12,
    lineHeight: '18px',
    color: colour.ink2,
  },
  '& figcaption b': { color: colour.ink },
  '& svg': { display: 'block', width: '100%', height: HEIGHT },
  '& .axis': { display: 'flex', justifyContent: 'space-between', fontSize: 11, color: colour.ink3 },
});

/** How many households were recognised day by day, against all of the list: a step line from the counts kept each day. */
export function ProgressChart({ region }: { readonly region: string }) {
  const { data } = useProgress(region);
  const first = data?.days[0];
  const last = data?.days.at(-1);
  if (!data || !first || !last) return null;
  const isKept = data.days.length > 1;
  return (
    <Figure>
      <figcaption>
        <b>{t('录入进度曲线')}</b>
        {isKept ? (
          <span>
            {t('{day} 至今：已录入由 {recognised} 户到 {recognised2} 户（{first}% → {last}%）', {
              day: first.day,
              recognised: countText(first.recognised),
              recognised2: countText(last.recognised),
              first: share(first),
              last: share(last),
            })}
          </span>
        ) : (
          <span>{t('每日留存一次户数，有两天的数据后显示曲线。')}</span>
        )}
      </figcaption>
      {isKept && <Line days={data.days} />}
    </Figure>
  );
}

function Line({ days }: { readonly days: readonly ProgressDay[] }) {
  const { area, line } = daySteps(days, WIDTH, HEIGHT);
  return (
    <>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <rect width={WIDTH} height={HEIGHT} fill={chart.hatch} />
        <path d={area} fill={chart.otherRelocation} opacity={0.5} />
        <path d={line} fill="none" stroke={chart.renovation} strokeWidth={2} vectorEffect="non-scaling-stroke" />
      </svg>
      <div className="axis" aria-hidden="true">
        <span>{days[0]?.day}</span>
        <span>{days.at(-1)?.day}</span>
      </div>
    </>
  );
}

function share({ total, recognised }: ProgressDay): string {
  return shareText(total === 0 ? null : (recognised / total) * 100);
}
