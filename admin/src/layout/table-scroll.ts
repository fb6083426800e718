import { styled } from '@mui/material/styles';
import { colour } from '../theme/tokens';

/** A list's table that scrolls inside itself: its head stays at the top, its action at the right edge. */
export const TableScroll = styled('div')({
  flex: 1,
  minHeight: 0,
  minWidth: 0,
  overflow: 'auto',
  '& thead th.MuiTableCell-root': { position: 'sticky', top: 0, zIndex: 2, background: colour.sunken },
  '& th:first-of-type, & td:first-of-type': { paddingLeft: 16 },
  '& tbody tr:hover td': { background: colour.hover },
  '& td.MuiTableCell-root:last-of-type, & th.MuiTableCell-root:last-of-type': {
    position: 'sticky',
    right: 0,
    zIndex: 1,
    background: colour.surface,
    // A shadow travels with a sticky cell, a collapsed border stays where the cell would be.
    boxShadow: `inset 1px 0 0 ${colour.line2}, -8px 0 8px -6px rgba(27,39,51,.18)`,
  },
  '& thead th.MuiTableCell-root:last-of-type': { zIndex: 3, background: colour.sunken },
  '& .name': { fontWeight: 600 },
  '& .id': { color: colour.ink2 },
  '@media print': { overflow: 'visible' },
});
