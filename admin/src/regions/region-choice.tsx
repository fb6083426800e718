import { styled } from '@mui/material/styles';
import { parentRegion, REGION_CODE_LENGTH } from '@anju/domain';
import { useState } from 'react';
import { t } from '../language/t';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { Icon } from '../theme/icon';
import { colour, PHONE, size } from '../theme/tokens';
import { useChildRegionList, useRegionPath } from './use-regions';

const Box = styled('div')({
  width: 300,
  maxWidth: '90vw',
  fontSize: 13,
  '& button': {
    font: 'inherit',
    color: colour.primary,
    background: 'none',
    border: 0,
    cursor: 'pointer',
    borderRadius: 4,
    textAlign: 'left',
    outlineOffset: -2,
  },
  '& nav': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    padding: '6px 8px',
    borderBottom: `1px solid ${colour.line}`,
    '& button': { padding: '2px 4px' },
    '& [aria-current]': { color: colour.ink, fontWeight: 600 },
    '& svg': { color: colour.ink3 },
  },
  '& ul': { maxHeight: 320, overflow: 'auto', padding: 4 },
  '& li': { display: 'flex', '&:hover': { background: colour.hover } },
  '& li button:first-of-type': { flex: 1, minHeight: size.control, padding: '0 8px', color: colour.ink },
  '& li .below': { width: 44, display: 'grid', placeItems: 'center' },
  '& .whole': { width: '100%', minHeight: 36, padding: '0 12px', borderBottom: `1px solid ${colour.line}` },
  [PHONE]: { '& li button:first-of-type': { minHeight: size.touch } },
});

interface RegionChoiceProps {
  readonly root: string;
  readonly value: string;
  readonly onChoose: (code: string) => void;
  /** Offers townships and villages only, each as a place of its own. */
  readonly choosesPlace?: true | undefined;
}

/** The regions of one level; choose one, or go a level down or up. */
export function RegionChoice({ root, value, onChoose, choosesPlace }: RegionChoiceProps) {
  const [open, setOpen] = useState(() => startOf(root, value));
  const path = useRegionPath(open).filter((region) => region.code.length >= root.length);
  const { data: children, error, refetch } = useChildRegionList(open);
  const openName = path.at(-1)?.name ?? (open === '' ? t('全国') : '');
  return (
    <Box>
      <nav aria-label={t('上级')}>
        {path.map((region) => (
          <span key={region.code}>
            <button
              type="button"
              aria-current={region.code === open ? 'true' : undefined}
              onClick={() => setOpen(region.code)}
            >
              {region.name}
            </button>
            {region.code !== open && <Icon name="right" size={12} />}
          </span>
        ))}
      </nav>
      {(!choosesPlace || open.length >= REGION_CODE_LENGTH.township) && (
        <button type="button" className="whole" onClick={() => onChoose(open)}>
          {t('{openName}（{value}）', { openName, value: choosesPlace ? t('未落实到村') : t('全部') })}
        </button>
      )}
      {error && <FailureState subject={t('行政区划')} error={error} onRetry={() => void refetch()} />}
      {!error && !children && <LoadingRows rows={3} />}
      <ul>
        {children?.map((region) => (
          <li key={region.code}>
            <button type="button" aria-pressed={region.code === value} onClick={() => onChoose(region.code)}>
              {region.name}
            </button>
            {region.code.length < REGION_CODE_LENGTH.village && (
              <button
                type="button"
                className="below"
                aria-label={t('{name}的下级', { name: region.name })}
                onClick={() => setOpen(region.code)}
              >
                <Icon name="right" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </Box>
  );
}

/** Opens at the level of the chosen region, and never above one's own. */
function startOf(root: string, value: string): string {
  const parent = parentRegion(value);
  return parent !== undefined && parent.length >= root.length && value.length > root.length ? parent : root;
}
