import { styled } from '@mui/material/styles';
import { t } from '../language/t';
import { colour } from '../theme/tokens';
import { useDelayed } from './use-delayed';

const Rows = styled('div')({
  padding: '14px 16px',
  minHeight: 160,
  '& .row': { display: 'flex', gap: 24, height: 35, alignItems: 'center' },
  '& .row i': { height: 12, borderRadius: 4, background: '#E6EBF1' },
  '& p': { color: colour.ink3, fontSize: 13 },
});

const WIDTHS = [
  [32, 80, 130, 90, 60],
  [40, 96, 110, 70, 90],
  [28, 72, 150, 60, 50],
] as const;

interface LoadingRowsProps {
  readonly rows?: number;
  /** Lets the user give up a query that takes long. */
  readonly onCancel?: () => void;
}

/** Skeleton rows after 0.3 s; after 5 s it says that the query is still running. */
export function LoadingRows({ rows = 6, onCancel }: LoadingRowsProps) {
  const shown = useDelayed(true, 300);
  const slow = useDelayed(true, 5000);
  return (
    <Rows role="status" aria-label={t('正在加载')}>
      {shown &&
        Array.from({ length: rows }, (_, row) => (
          <div key={row} className="row">
            {(WIDTHS[row % WIDTHS.length] ?? WIDTHS[0]).map((width, bar) => (
              <i key={bar} style={{ width }} />
            ))}
          </div>
        ))}
      {slow && (
        <p>
          {t('仍在查询{onCancel}', { onCancel: onCancel && t('，可取消。') })}
          {onCancel && (
            <button type="button" onClick={onCancel}>
              {t('取消')}
            </button>
          )}
        </p>
      )}
    </Rows>
  );
}
