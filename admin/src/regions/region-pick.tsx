import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { useCurrentUser } from '../auth/current-user';
import { CONTROL, LABEL, PHONE_CONTROL } from '../forms/field-frame';
import { t } from '../language/t';
import { colour, PHONE } from '../theme/tokens';
import { useChildRegions, useRegionName } from './use-regions';

const Box = styled('div')({
  '& label': LABEL,
  '& select': CONTROL,
  '& .fault': { fontSize: 12, lineHeight: '18px', color: colour.warning },
  '& .pair': { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8 },
  [PHONE]: { gridColumn: '1 / -1', '& select': PHONE_CONTROL },
});

interface RegionPickProps {
  readonly label: string;
  /** Empty: the user's own region. */
  readonly value: string;
  /** How long the code of the lowest region is that may be chosen: 6 a county, 9 a township. */
  readonly deepest: 6 | 9;
  readonly error?: string | undefined;
  readonly onChange: (regionCode: string) => void;
}

/** A region inside the user's own one: that itself, one of its parts, or in a province one of their counties. */
export function RegionPick({ label, value, deepest, error, onChange }: RegionPickProps) {
  const own = useCurrentUser()?.regionCode ?? undefined;
  const ownName = useRegionName(own);
  const city = value.slice(0, 4);
  const children = useChildRegions(own && own.length < deepest ? own : undefined) ?? [];
  const counties = useChildRegions(own?.length === 2 && city.length === 4 ? city : undefined) ?? [];
  const id = useId();
  if (!own) return null;
  return (
    <Box>
      <label htmlFor={id}>{label}</label>
      <div className="pair">
        <select
          id={id}
          aria-invalid={error !== undefined}
          aria-describedby={error ? `${id}-note` : undefined}
          value={own.length === 2 ? city : value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{t('全{ownName}', { ownName: ownName ?? '' })}</option>
          {children.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        {counties.length > 0 && (
          <select aria-label={t('县')} value={value} onChange={(event) => onChange(event.target.value)}>
            <option value={city}>{t('全市')}</option>
            {counties.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </div>
      {error && (
        <p id={`${id}-note`} className="fault">
          {error}
        </p>
      )}
    </Box>
  );
}
