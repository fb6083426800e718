import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { OptionRow } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { useRegionName } from '../regions/use-regions';
import { Chip } from '../states/status';
import { Icon } from '../theme/icon';
import { countText } from '../vocabulary/numbers';
import type { OptionAct } from './option-act';
import { useConfigure } from './use-configuration';

const DRAGGED = 'application/x-anju-option';

interface OptionLineProps {
  readonly option: OptionRow;
  readonly place: { readonly index: number; readonly last: number };
  /** How many carry it; undefined while it is being counted. */
  readonly households: number | undefined;
  readonly onAct: (act: OptionAct) => void;
  /** Puts the option of one place at another. */
  readonly onMove: (from: number, to: number) => void;
}

/** One option of a list; its handle is dragged, or moved by the arrow keys. */
export function OptionLine({ option, place, households, onAct, onMove }: OptionLineProps) {
  const drop = useDrop(place.index, onMove);
  const region = useRegionName(option.regionCode ?? undefined);
  const { label, enabled, validFrom, validTo, requiresNote } = option;
  const move = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(place.index, place.index + step);
  };
  return (
    <li aria-label={label}>
      <div className={`row${enabled ? '' : ' retired'}${drop.isOver ? ' over' : ''}`} {...drop.target}>
        <span className="order">
          <button
            type="button"
            className="handle"
            aria-label={t('移动“{label}”：拖动，或按上下方向键', { label })}
            onKeyDown={move}
            {...drop.source}
          >
            <Icon name="grip" />
          </button>
          {place.index + 1}
        </span>
        <span className="name">
          <b>{label}</b>
          {region && <Chip className="link">{t('仅{region}', { region })}</Chip>}
          {!enabled && <Chip className="returned">{t('已停用')}</Chip>}
        </span>
        <span className="from">
          <span className="wide-hidden">{t('启用')} </span>
          {validFrom ?? t('不限')}
        </span>
        <span className="until">
          <span className="wide-hidden">{t('停用')} </span>
          {validTo ?? t('长期')}
        </span>
        <span className={requiresNote ? 'noted' : 'noted none muted'}>{requiresNote ? t('须填') : '–'}</span>
        <span className="num used">
          <button
            type="button"
            className="count"
            aria-label={t('{households} 户使用“{label}”', { households: countText(households), label })}
            onClick={() => onAct('usage')}
          >
            {countText(households)}
          </button>
          <span className="wide-hidden"> {t('户使用')}</span>
        </span>
        <span className="ops">
          <Button size="small" variant="text" onClick={() => onAct('edit')} aria-label={t('修改“{label}”', { label })}>
            {t('修改')}
          </Button>
          <MoreActs option={option} place={place} onAct={onAct} onMove={onMove} />
        </span>
      </div>
    </li>
  );
}

function MoreActs({ option, place, onAct, onMove }: Omit<OptionLineProps, 'households'>) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { change } = useConfigure();
  const notify = useNotify();
  const choose = (work: () => void) => () => {
    setAnchor(null);
    work();
  };
  const enable = () =>
    change(option.id, { version: option.version, enabled: true }).catch((error: unknown) =>
      notify(sentenceOf(error), { type: 'warning' }),
    );
  return (
    <>
      <IconButton
        size="small"
        aria-label={t('“{label}”的更多操作', { label: option.label })}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon name="more" />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem disabled={place.index === 0} onClick={choose(() => onMove(place.index, place.index - 1))}>
          {t('上移')}
        </MenuItem>
        <MenuItem disabled={place.index === place.last} onClick={choose(() => onMove(place.index, place.index + 1))}>
          {t('下移')}
        </MenuItem>
        <MenuItem onClick={choose(() => onAct('usage'))}>{t('按县查看使用情况')}</MenuItem>
        {option.key !== 'other' &&
          (option.enabled ? (
            <MenuItem onClick={choose(() => onAct('retire'))}>{t('停用…')}</MenuItem>
          ) : (
            <MenuItem onClick={choose(() => void enable())}>{t('重新启用')}</MenuItem>
          ))}
        {!option.core && <MenuItem onClick={choose(() => onAct('merge'))}>{t('合并到别的选项…')}</MenuItem>}
      </Menu>
    </>
  );
}

/** Dragging a line by its handle onto another one. */
function useDrop(index: number, onMove: OptionLineProps['onMove']) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    source: {
      draggable: true,
      onDragStart: (event: DragEvent) => event.dataTransfer.setData(DRAGGED, String(index)),
    },
    target: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        onMove(Number(event.dataTransfer.getData(DRAGGED)), index);
      },
    },
  };
}
