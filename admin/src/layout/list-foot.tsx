import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { ListTotal } from '../data/list-total';
import { colour } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';

const Foot = styled('div')({
  display: 'flex',
  flex: 'none',
  alignItems: 'center',
  gap: 8,
  minHeight: 44,
  padding: '0 16px',
  fontSize: 13,
  color: colour.ink2,
  borderTop: `1px solid ${colour.line}`,
  '& .end': { marginLeft: 'auto', display: 'flex', gap: 8 },
});

interface ListFootProps {
  /** The place of the first row in the whole list, from 1. */
  readonly from: number;
  /** How many rows are shown. */
  readonly shown: number;
  readonly total: ListTotal | undefined;
  /** What the rows are counted in, such as 条 or 人. */
  readonly unit: string;
  /** Absent on the first page. */
  readonly onPrevious: (() => void) | undefined;
  /** Absent on the last page. */
  readonly onNext: (() => void) | undefined;
}

/** Which rows of how many a list shows, with the ways to the page before and the next. */
export function ListFoot({ from, shown, total, unit, onPrevious, onNext }: ListFootProps) {
  return (
    <Foot className="no-print">
      <span>
        第 {countText(from)}–{countText(from + shown - 1)} {unit}
        {total && `，共 ${countText(total.count)}${total.bounded ? '+' : ''} ${unit}`}
      </span>
      <div className="end">
        <Button size="small" disabled={!onPrevious} onClick={onPrevious}>
          上一页
        </Button>
        <Button size="small" disabled={!onNext} onClick={onNext}>
          下一页
        </Button>
      </div>
    </Foot>
  );
}
