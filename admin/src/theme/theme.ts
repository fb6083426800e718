import { createTheme } from '@mui/material/styles';
import { componentOverrides } from './component-overrides';
import { colour, fontFamily, size } from './tokens';

/** The one theme of the app: quiet by default, colour only where somebody must act. */
export const anjuTheme = createTheme({
  palette: {
    mode: 'light',
    primary: { main: colour.primary, dark: colour.primary2, light: colour.selected, contrastText: '#FFFFFF' },
    secondary: { main: colour.primary2, contrastText: '#FFFFFF' },
    error: { main: colour.warning },
    warning: { main: colour.returned },
    success: { main: colour.done },
    text: { primary: colour.ink, secondary: colour.ink3 },
    background: { default: colour.ground, paper: colour.surface },
    divider: colour.line,
  },
  shape: { borderRadius: size.radius },
  typography: {
    fontFamily,
    fontSize: 14,
    fontWeightMedium: 600,
    fontWeightBold: 600,
    h1: { fontSize: 20, lineHeight: '28px', fontWeight: 600 },
    h2: { fontSize: 15, lineHeight: '24px', fontWeight: 600 },
    h3: { fontSize: 13, lineHeight: '20px', fontWeight: 600 },
    body1: { fontSize: 14, lineHeight: 1.5 },
    body2: { fontSize: 13, lineHeight: '20px' },
    caption: { fontSize: 12, lineHeight: '18px' },
    button: { fontSize: 13, textTransform: 'none', fontWeight: 400 },
  },
  transitions: { create: () => 'background-color 120ms, border-color 120ms' },
  components: componentOverrides,
});
