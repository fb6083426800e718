import type { ThemeOptions } from '@mui/material/styles';
import { globalStyles } from './global-styles';
import { colour, PHONE, size } from './tokens';

const popup = { border: `1px solid ${colour.line2}`, boxShadow: '0 4px 16px rgba(27,39,51,.14)' };
const ring = { outline: `2px solid ${colour.primary}`, outlineOffset: 2 };

/** MUI's parts in the metrics of the visual language: 32 px controls, 6 px radius, no shadows, no ripples. */
// Named as createTheme names it: comparing it with another instance of Components takes TypeScript a minute.
export const componentOverrides: NonNullable<ThemeOptions['components']> = {
  MuiCssBaseline: { styleOverrides: globalStyles },
  MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: { '&.Mui-focusVisible': ring } } },
  MuiButton: {
    defaultProps: { disableElevation: true, variant: 'outlined', color: 'inherit' },
    styleOverrides: {
      root: {
        height: size.control,
        minWidth: 0,
        padding: '0 12px',
        gap: 6,
        whiteSpace: 'nowrap',
        [PHONE]: { height: size.touch, fontSize: 15 },
      },
      startIcon: { margin: 0 },
      endIcon: { margin: 0 },
      outlined: { borderColor: colour.line2, backgroundColor: colour.surface, '&:hover': { background: colour.hover } },
      outlinedPrimary: { borderColor: colour.primary, color: colour.primary },
      sizeSmall: { height: size.smallControl, padding: '0 8px', fontSize: 12, [PHONE]: { height: 36 } },
      text: { color: colour.primary, padding: '0 8px' },
    },
  },
  MuiIconButton: { styleOverrides: { root: { borderRadius: size.radius, color: 'inherit' } } },
  MuiSvgIcon: { styleOverrides: { root: { fontSize: 18 }, fontSizeSmall: { fontSize: 16 } } },
  MuiLink: { defaultProps: { underline: 'hover' } },
  MuiPaper: { styleOverrides: { outlined: { borderColor: colour.line } } },
  MuiOutlinedInput: {
    styleOverrides: {
      root: {
        fontSize: 13,
        height: size.control,
        backgroundColor: colour.surface,
        '& .MuiOutlinedInput-notchedOutline': { borderColor: colour.field },
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: colour.ink3 },
        '&.Mui-focused': { boxShadow: `0 0 0 3px ${colour.ring}` },
        '&.MuiInputBase-multiline': { height: 'auto' },
        [PHONE]: { height: size.touch, fontSize: 15 },
      },
      input: {
        padding: '0 9px',
        height: '100%',
        boxSizing: 'border-box',
        '&::placeholder': { color: colour.ink3, opacity: 1 },
      },
    },
  },
  MuiSelect: {
    styleOverrides: { select: { display: 'flex', alignItems: 'center', height: '100%', padding: '0 9px' } },
  },
  MuiMenuItem: { styleOverrides: { root: { fontSize: 13, minHeight: 34, [PHONE]: { minHeight: size.touch } } } },
  MuiMenu: { defaultProps: { elevation: 0 }, styleOverrides: { paper: popup } },
  MuiPopover: { defaultProps: { elevation: 0 }, styleOverrides: { paper: popup } },
  MuiDialog: { styleOverrides: { paper: { borderRadius: size.radius } } },
  MuiDialogTitle: {
    styleOverrides: { root: { fontSize: 15, fontWeight: 600, lineHeight: '24px', padding: '12px 16px' } },
  },
  MuiTooltip: { styleOverrides: { tooltip: { backgroundColor: colour.ink, fontSize: 12, lineHeight: '18px' } } },
  MuiTableCell: {
    styleOverrides: {
      root: {
        fontSize: 13,
        lineHeight: '20px',
        padding: '0 9px',
        height: 35,
        whiteSpace: 'nowrap',
        borderColor: colour.line,
      },
      head: {
        fontSize: 12,
        lineHeight: '18px',
        fontWeight: 600,
        color: colour.ink2,
        backgroundColor: colour.sunken,
        height: 31,
        borderColor: colour.line2,
      },
      sizeSmall: { padding: '0 9px' },
    },
  },
  MuiTab: { styleOverrides: { root: { textTransform: 'none' } } },
  MuiCheckbox: { defaultProps: { size: 'small' } },
  MuiFormHelperText: { styleOverrides: { root: { margin: '2px 0 0', fontSize: 12, lineHeight: '18px' } } },
};
