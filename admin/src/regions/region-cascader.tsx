import Popover from '@mui/material/Popover';
import { styled } from '@mui/material/styles';
import { useId, useState } from 'react';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour, PHONE, size } from '../theme/tokens';
import { RegionChoice } from './region-choice';
import { useRegionName } from './use-regions';

const Field = styled('button')({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  width: '100%',
  height: size.control,
  minWidth: 0,
  padding: '0 9px',
  border: `1px solid ${colour.line2}`,
  borderRadius: size.radius,
  background: colour.surface,
  color: colour.ink,
  font: 'inherit',
  fontSize: 13,
  cursor: 'pointer',
  '&.set': { borderColor: colour.primary, background: '#FBFDFF' },
  '& .label': { color: colour.ink3, whiteSpace: 'nowrap' },
  '& svg': { marginLeft: 'auto', color: colour.ink3 },
  [PHONE]: { height: size.touch, fontSize: 15 },
});

interface RegionCascaderProps {
  readonly label: string;
  /** The user's own region: nothing above it can be chosen. */
  readonly root: string;
  /** The chosen region; as a condition the root itself stands for none. */
  readonly value: string;
  readonly onChange: (code: string) => void;
  /** The id of the button, by which a page focuses it. */
  readonly id?: string;
  /** Chooses one place, a township or village, instead of all of a region. */
  readonly choosesPlace?: true;
}

/** Chooses a region below one's own, level by level. */
export function RegionCascader({ label, root, value, onChange, id, choosesPlace }: RegionCascaderProps) {
  const popoverId = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const name = useRegionName(value);
  const isSet = value !== (choosesPlace ? '' : root);
  const none = choosesPlace ? t('请选择') : t('全部');
  const close = () => setAnchor(null);
  return (
    <>
      <Field
        type="button"
        id={id}
        className={isSet ? 'set' : undefined}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? popoverId : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <span className="label">{label}</span>
        <span className="truncate">{isSet ? (name ?? value) : none}</span>
        <Icon name="down" />
      </Field>
      <Popover
        id={popoverId}
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('选择{label}', { label }) } }}
      >
        <RegionChoice
          root={root}
          value={value}
          choosesPlace={choosesPlace}
          onChoose={(code) => {
            onChange(code);
            close();
          }}
        />
      </Popover>
    </>
  );
}
