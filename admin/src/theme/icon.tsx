import { styled } from '@mui/material/styles';

const PATHS = {
  home: 'M2.500 7 8 2.500 13.500 7v6.500h-11zM6.500 13.500v-4h3v4',
  pen: 'M3 13h3l7-7-3-3-7 7zM8.500 4.500l3 3',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.700 10.700 14 14',
  chart: 'M2.500 13.500h11M4.500 13V8M8 13V3M11.500 13V6',
  fold: 'M2.500 3h11v10h-11zM6 3v10M11 6.500 9.500 8l1.500 1.500',
  unfold: 'M2.500 3h11v10h-11zM6 3v10M9.500 6.500 11 8l-1.500 1.500',
  right: 'M6 4l4 4-4 4',
  left: 'M10 4 6 8l4 4',
  down: 'M4 6l4 4 4-4',
  up: 'M4 10l4-4 4 4',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.500 6.500 12 13 4.500',
  warning: 'M8 2.500 14.500 13.500h-13zM8 6.500v3.500M8 11.800v.1',
  help: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM6 6.300a2 2 0 1 1 2.800 1.800c-.5.2-.8.5-.8 1.200M8 11.400v.1',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.500v3.500M8 5v.1',
  filter: 'M2.500 3.500h11L9.500 8.500v4l-3 1v-5z',
  columns: 'M2.500 3h11v10h-11zM6.200 3v10M9.800 3v10',
  link: 'M6.500 9.500 9.500 6.500M7 4.500 8.500 3a3 3 0 0 1 4.500 4.500L11.500 9M9 11.500 7.500 13A3 3 0 0 1 3 8.500L4.500 7',
  returned: 'M6 4 2.500 7.500 6 11M3 7.500h6.500a4 4 0 0 1 4 4v1.500',
  print: 'M4.500 6V2.500h7V6M4.500 11.500h-2V6h11v5.500h-2M4.500 9.500h7v4h-7z',
  retry: 'M13 8a5 5 0 1 1-1.500-3.600M13 2.500v3h-3',
  more: 'M3.500 8h.1M8 8h.1M12.500 8h.1',
  eye: 'M1.500 8S4 3.500 8 3.500 14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8zM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  exit: 'M9.500 3h-6v10h6M6.500 8h7M11 5.500 13.500 8 11 10.500',
  key: 'M10 9a3 3 0 1 0-2.800-2L2.500 11.500v2h2l.5-1.500h1.500l1.800-3.200A3 3 0 0 0 10 9z',
  import: 'M8 2v7.500M5 6.500 8 9.500l3-3M2.500 11v2.500h11V11',
  plus: 'M8 3v10M3 8h10',
  users:
    'M6 7.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM1.500 13.500c0-2.500 2-4 4.500-4s4.500 1.500 4.500 4M10.500 2.800a2.500 2.500 0 0 1 0 4.500M12 9.800c1.500.6 2.500 1.900 2.500 3.700',
  list: 'M5.500 4h8M5.500 8h8M5.500 12h8M2.500 4h.1M2.500 8h.1M2.500 12h.1',
  grip: 'M6 4v.1M10 4v.1M6 8v.1M10 8v.1M6 12v.1M10 12v.1',
  language: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM2 8h12M8 2c4 3.600 4 8.400 0 12M8 2c-4 3.600-4 8.400 0 12',
  file: 'M4 1.500h5.500L12.500 4.500v10h-8.500zM9.500 1.500v3h3',
} as const;

export type IconName = keyof typeof PATHS;

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

/** A line icon of the visual language; always beside a word, so it is hidden from screen readers. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <Line viewBox="0 0 16 16" aria-hidden="true" style={{ width: size, height: size }}>
      <path d={PATHS[name]} />
    </Line>
  );
}
