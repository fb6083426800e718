import { colour, fontFamily, PHONE } from './tokens';

/** Page-wide rules: tabular figures, visible focus, no sideways scroll, no motion when the user asks for none. */
export const globalStyles = {
  'html, body, #root': { height: '100%', margin: 0 },
  body: {
    font: `14px/1.5 ${fontFamily}`,
    color: colour.ink,
    backgroundColor: colour.ground,
    fontVariantNumeric: 'tabular-nums',
    WebkitTextSizeAdjust: '100%',
    overflowX: 'hidden',
  },
  'h1, h2, h3, p, ul, ol, dl, dd, figure': { margin: 0, padding: 0 },
  h1: { fontSize: 20, lineHeight: '28px', fontWeight: 600 },
  h2: { fontSize: 15, lineHeight: '24px', fontWeight: 600 },
  h3: { fontSize: 13, lineHeight: '20px', fontWeight: 600 },
  'ul, ol': { listStyle: 'none' },
  'b, strong, th': { fontWeight: 600 },
  a: { color: colour.primary, textDecoration: 'none' },
  'a:hover': { textDecoration: 'underline' },
  ':focus-visible': { outline: `2px solid ${colour.primary}`, outlineOffset: 2 },
  'label span[aria-hidden=true], .title span[aria-hidden=true]': { color: colour.warning, fontWeight: 600 },
  '.muted': { color: colour.ink3 },
  '.small': { fontSize: 12, lineHeight: '18px' },
  '.num': { textAlign: 'right', whiteSpace: 'nowrap' },
  '.truncate': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '.visually-hidden': {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  [PHONE]: { '.desktop-only': { display: 'none !important' } },
  '@media (min-width:600px)': { '.phone-only': { display: 'none !important' } },
  '@media (prefers-reduced-motion: reduce)': { '*': { transition: 'none !important', animation: 'none !important' } },
  '@media print': {
    '.no-print': { display: 'none !important' },
    'html, body, #root': { height: 'auto' },
    body: { background: '#FFFFFF' },
  },
} as const;
