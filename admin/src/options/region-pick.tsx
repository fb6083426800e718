import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { useCurrentUser } from '../auth/current-user';
import { CONTROL, LABEL, PHONE_CONTROL } from '../forms/field-frame';
import { useChildRegions, useRegionName } from '../regions/use-regions';
import { PHONE } from '../theme/tokens';

const Box = styled('div')({
  '& label': LABEL,
  '& select': CONTROL,
  '& .pair': { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8 },
  [PHONE]: { gridColumn: '1 / -1', '& select': PHONE_CONTROL },
});

interface RegionPickProps {
  /** Empty: the configurator's own region. */
  readonly value: string;
  readonly onChange: (regionCode: string) => void;
}

/** Where a local option may be chosen: the configurator's region, one of its cities, or one of their counties. */
export function RegionPick({ value, onChange }: RegionPickProps) {
  const own = useCurrentUser()?.regionCode ?? undefined;
  const ownName = useRegionName(own);
  const city = value.slice(0, 4);
  const children = useChildRegions(own && own.length <= 4 ? own : undefined) ?? [];
  const counties = useChildRegions(own?.length === 2 && city.length === 4 ? city : undefined) ?? [];
  const id = useId();
  if (!own) return null;
  return (
    <Box>
      <label htmlFor={id}>使用范围</label>
      <div className="pair">
        <select id={id} value={own.length === 2 ? city : value} onChange={(event) => onChange(event.target.value)}>
          <option value="">全{ownName ?? ''}</option>
          {children.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        {counties.length > 0 && (
          <select aria-label="县" value={value} onChange={(event) => onChange(event.target.value)}>
            <option value={city}>全市</option>
            {counties.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </div>
    </Box>
  );
}
