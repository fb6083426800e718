import { useId } from 'react';
import type { StatisticsCells } from '@anju/domain/contracts';
import { chart } from '../theme/tokens';
import { spans, type Part } from './shares';
import type { StatisticsTableName } from '@anju/domain';

interface CompositionBarProps {
  readonly table: StatisticsTableName;
  readonly cells: StatisticsCells;
  readonly height?: number;
}

/** The parts of a count, to scale; the numbers stand beside it, so screen readers skip it. */
export function CompositionBar({ table, cells, height = 14 }: CompositionBarProps) {
  const hatch = useId();
  return (
    <svg width="100%" height={height} aria-hidden="true" style={{ display: 'block' }}>
      <Hatch id={hatch} />
      {spans(table, cells).map(({ key, fill, opacity, from, width }) => (
        <rect
          key={key}
          x={`${from}%`}
          width={`${width}%`}
          height={height}
          fill={fill ?? `url(#${hatch})`}
          fillOpacity={opacity}
          stroke="#fff"
          strokeWidth="1"
        />
      ))}
    </svg>
  );
}

function Hatch({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" fill={chart.hatch} />
      <rect width="1.6" height="5" fill={chart.hatchLine} />
    </pattern>
  );
}

/** The square in a column's head that says which colour stands for it. */
export function Swatch({ part }: { readonly part: Part }) {
  const hatch = useId();
  return (
    <svg width="9" height="9" aria-hidden="true" style={{ marginRight: 5 }}>
      <Hatch id={hatch} />
      <rect width="9" height="9" rx="2" fill={part.fill ?? `url(#${hatch})`} fillOpacity={part.opacity} />
    </svg>
  );
}
