import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { useCurrentUser } from '../auth/current-user';
import { useChildRegions, useRegionName } from '../regions/use-regions';
import { colour, PHONE, size } from '../theme/tokens';

const Box = styled('div')({
  '& label': { display: 'block', fontSize: 12, lineHeight: '18px', color: colour.ink2 },
  '& select': {
    width: '100%',
    height: size.control,
    marginTop: 2,
    border: `1px solid ${colour.field}`,
    borderRadius: size.radius,
    background: colour.surface,
    font: 'inherit',
    fontSize: 13,
  },
  '& .pair': { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8 },
  [PHONE]: { gridColumn: '1 / -1', '& select': { height: size.touch, fontSize: 15 } },
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
