import { styled } from '@mui/material/styles';

const PATHS = {
  calendar: 'M2.500 4h11v9.500h-11zM2.500 7h11M5.500 2.500V5M10.500 2.500V5',
  camera: 'M2 5h3l1-1.500h4L11 5h3v8H2zM8 11.200a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600z',
  upload: 'M8 13V3M4.500 6.500 8 3l3.500 3.500',
  remove: 'M3 4.500h10M6 4.500V3h4v1.500M4.500 4.500l.5 8.500h6l.5-8.500',
  minus: 'M3 8h10',
  turnLeft: 'M3 8a5 5 0 1 0 1.500-3.600M3 2.500v3h3',
  turnRight: 'M13 8a5 5 0 1 1-1.500-3.600M13 2.500v3h-3',
} as const;

const Line = styled('svg')({
  width: 16,
  height: 16,
  flex: 'none',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  verticalAlign: -3,
});

/** Line icons of this page, in the manner of the theme's. */
export function LineIcon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <Line viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </Line>
  );
}
