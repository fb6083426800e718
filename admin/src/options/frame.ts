import { styled } from '@mui/material/styles';
import { Card } from '../layout/card';
import { colour, DESKTOP, PHONE, size } from '../theme/tokens';

/** Lists at the left, the chosen one in the middle, what it looks like and what was changed at the right. */
export const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: '206px minmax(0, 1fr) 326px',
  gap: 12,
  flex: 1,
  minHeight: 0,
  '& > *': { minHeight: 0 },
  '@media (max-width:1099.95px)': {
    gridTemplateColumns: '206px minmax(0, 1fr)',
    '& > aside': { gridColumn: '1 / -1' },
  },
  [PHONE]: { display: 'flex', flexDirection: 'column', flex: 'none', gap: 10 },
});

/** A card whose content scrolls inside itself on a desktop. */
export const Pane = styled(Card)({
  display: 'flex',
  flexDirection: 'column',
  [DESKTOP]: { overflow: 'hidden' },
  '& > .scroll': { flex: 1, minHeight: 0, [DESKTOP]: { overflow: 'auto' } },
  '& > .foot': {
    display: 'flex',
    gap: 8,
    flex: 'none',
    padding: '10px 14px',
    borderTop: `1px solid ${colour.line}`,
    fontSize: 12,
    lineHeight: '18px',
    color: colour.ink3,
  },
});

/** The rows of a list: a grid on a desktop, cards on a phone. */
export const Rows = styled('ol')({
  fontSize: 13,
  '& > li': { borderBottom: `1px solid ${colour.line}`, '&:last-of-type': { borderBottom: 0 } },
  '& .row': {
    display: 'grid',
    gridTemplateColumns: '58px minmax(120px, 1fr) 92px 92px 64px 80px 96px',
    alignItems: 'center',
    gap: 4,
    minHeight: 42,
    padding: '0 8px 0 12px',
  },
  '& .head': {
    minHeight: 34,
    background: colour.sunken,
    borderBottom: `1px solid ${colour.line2}`,
    fontSize: 12,
    fontWeight: 600,
    color: colour.ink2,
    position: 'sticky',
    top: 0,
    zIndex: 1,
  },
  '& .row.over': { boxShadow: `inset 0 2px 0 ${colour.primary}` },
  '& .row.retired .name b': { color: colour.ink3, textDecoration: 'line-through' },
  '& .name': { display: 'flex', flexWrap: 'wrap', gap: '2px 6px', alignItems: 'center', minWidth: 0, padding: '4px 0' },
  '& .order': { display: 'flex', alignItems: 'center', gap: 6 },
  '& .handle': {
    padding: '6px 3px',
    border: 0,
    borderRadius: 4,
    background: 'none',
    color: colour.ink3,
    cursor: 'grab',
    '& svg': { strokeWidth: 2.4 },
  },
  '& .ops': { display: 'flex', justifyContent: 'flex-end', gap: 2 },
  '& .ops button': { minWidth: 0 },
  '& .count': { font: 'inherit', border: 0, background: 'none', padding: 0, color: colour.ink, cursor: 'pointer' },
  '& .count:hover': { color: colour.primary, textDecoration: 'underline' },
  '& .wide-hidden': { display: 'none' },
  [PHONE]: {
    '& .head': { display: 'none' },
    '& .row': {
      gridTemplateColumns: '62px minmax(0, 1fr) auto',
      gridTemplateAreas: '"order name ops" ". dates count" ". note note"',
      gap: '0 6px',
      padding: '6px 8px',
    },
    '& .order': { gridArea: 'order' },
    '& .name': { gridArea: 'name', fontSize: 15 },
    '& .ops': { gridArea: 'ops' },
    '& .from': { gridArea: 'dates', color: colour.ink3 },
    '& .until': { gridArea: 'dates', color: colour.ink3, marginLeft: 96 },
    '& .noted': { gridArea: 'note' },
    '& .noted.none': { display: 'none' },
    '& .used': { gridArea: 'count' },
    '& .handle, & .count': { minWidth: 34, minHeight: 34 },
    '& .wide-hidden': { display: 'inline', color: colour.ink3 },
  },
});

/** The inputs of one option that is being changed or added. */
export const EditBox = styled('div')({
  display: 'grid',
  gridTemplateColumns: '2fr 1fr 1fr',
  gap: '8px 12px',
  padding: '10px 14px 12px',
  background: colour.changed,
  boxShadow: `inset 3px 0 0 ${colour.changedEdge}`,
  '& .wide': { gridColumn: '1 / -1' },
  '& .tick': { display: 'flex', alignItems: 'center', gap: 6, fontSize: 13, alignSelf: 'end', minHeight: size.control },
  '& .acts': { display: 'flex', gap: 8, justifyContent: 'flex-end', gridColumn: '1 / -1' },
  '& .fault': { gridColumn: '1 / -1', fontSize: 12, color: colour.warning },
  [PHONE]: { gridTemplateColumns: '1fr 1fr', '& > :first-of-type': { gridColumn: '1 / -1' } },
});
