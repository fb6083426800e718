import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { ListTotal } from '../data/list-total';
import { t } from '../language/t';
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
  const shownRows = { from: countText(from), to: countText(from + shown - 1), unit };
  return (
    <Foot className="no-print">
      <span>
        {total
          ? t('第 {from}–{to} {unit}，共 {count} {unit}', { ...shownRows, count: totalText(total) })
          : t('第 {from}–{to} {unit}', shownRows)}
      </span>
      <div className="end">
        <Button size="small" disabled={!onPrevious} onClick={onPrevious}>
          {t('上一页')}
        </Button>
        <Button size="small" disabled={!onNext} onClick={onNext}>
          {t('下一页')}
        </Button>
      </div>
    </Foot>
  );
}

function totalText({ count, bounded }: ListTotal): string {
  return `${countText(count)}${bounded ? '+' : ''}`;
}
