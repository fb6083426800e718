import Button from '@mui/material/Button';
import { REGION_CODE_LENGTH } from '@anju/domain';
import type { RegionRow } from '@anju/domain/contracts';
import { t } from '../language/t';
import { useChildRegionList, useRegionPath } from '../regions/use-regions';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { Icon } from '../theme/icon';
import { CHANGE_KINDS, CHANGE_LABELS, type ChangeKind } from './change-kind';
import { Pane } from './frame';

interface RegionPaneProps {
  /** The configurator's own region: only what lies below it can be changed. */
  readonly root: string;
  readonly open: string;
  readonly onOpen: (code: string) => void;
  readonly onAsk: (kind: ChangeKind, region: RegionRow) => void;
}

/** The regions of one level with what can be done to each; a name opens the level below. */
export function RegionPane({ root, open, onOpen, onAsk }: RegionPaneProps) {
  const path = useRegionPath(open).filter(({ code }) => code.length >= root.length);
  const { data: children, error, refetch } = useChildRegionList(open);
  return (
    <Pane aria-label={t('行政区划')}>
      <header>
        <nav aria-label={t('上级')}>
          {path.map(({ code, name }) =>
            code === open ? (
              <b key={code} aria-current="location">
                {name}
              </b>
            ) : (
              <span key={code}>
                <button type="button" className="link" onClick={() => onOpen(code)}>
                  {name}
                </button>{' '}
                <Icon name="right" size={12} />
              </span>
            ),
          )}
        </nav>
        <span className="end muted small">{children && t('{count} 个下级', { count: children.length })}</span>
      </header>
      <div className="scroll">
        {error && <FailureState subject={t('行政区划')} error={error} onRetry={() => void refetch()} />}
        {!error && !children && <LoadingRows />}
        {children?.length === 0 && <MessageState icon="info" title={t('没有下级区划')} />}
        <ul>
          {children?.map((region) => (
            <li key={region.code}>
              {region.code.length < REGION_CODE_LENGTH.village ? (
                <button type="button" className="link" onClick={() => onOpen(region.code)}>
                  {region.name}
                </button>
              ) : (
                <span className="plain">{region.name}</span>
              )}
              <span className="code">{region.code}</span>
              <span className="acts">
                {CHANGE_KINDS.map((kind) => (
                  <Button
                    key={kind}
                    size="small"
                    variant="text"
                    aria-label={`${CHANGE_LABELS[kind]}${region.name}`}
                    onClick={() => onAsk(kind, region)}
                  >
                    {CHANGE_LABELS[kind]}
                  </Button>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Pane>
  );
}
