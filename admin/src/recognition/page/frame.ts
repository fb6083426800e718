import { styled } from '@mui/material/styles';
import { t } from '../../language/t';
import { colour, DESKTOP, PHONE, size } from '../../theme/tokens';

/** The whole page: head, two columns that scroll by themselves, and the save bar; one column in steps on a phone. */
export const Frame = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  flex: 1,
  minWidth: 0,
  minHeight: 0,
  gap: 12,
  padding: `14px ${size.gutter}px 0`,
  '& .fault': { color: colour.warning, fontSize: 12, lineHeight: '18px' },
  '& .required': { color: colour.warning, fontWeight: 600, marginLeft: 4 },
  '& .adopted': { color: colour.done },
  [PHONE]: { gap: 10, padding: `10px ${size.phoneGutter}px 0` },
});

/** The save bar takes the place of the tab bar in thumb's reach; the way back stands in the head. */
export const tabBarHidden = { [PHONE]: { [`nav[aria-label="${t('主要页面')}"]`]: { display: 'none' } } } as const;

/** The form at the left, the evidence rail at the right. */
export const Columns = styled('div')({
  flex: 1,
  minHeight: 0,
  [DESKTOP]: {
    position: 'relative',
    // The fade says that the form goes on below.
    '&::after': {
      content: '""',
      position: 'absolute',
      inset: 'auto 348px 0 0',
      height: 12,
      background: `linear-gradient(rgba(244,246,249,0), ${colour.ground} 80%)`,
      pointerEvents: 'none',
    },
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 336px',
    gap: 12,
    '& > .form': {
      display: 'flex',
      flexDirection: 'column',
      gap: 10,
      overflow: 'hidden auto',
      minHeight: 0,
      paddingBottom: 10,
    },
    '& > .rail': { display: 'flex', flexDirection: 'column', minHeight: 0, marginBottom: 10 },
  },
  '@media (min-width:600px) and (max-width:1023.95px)': {
    gridTemplateColumns: 'minmax(0, 1fr)',
    overflow: 'auto',
    '& > .form, & > .rail': { overflow: 'visible', minHeight: 'auto' },
    '&::after': { display: 'none' },
  },
  [PHONE]: {
    display: 'flex',
    flexDirection: 'column',
    gap: 10,
    overflow: 'hidden auto',
    paddingBottom: 10,
    '& > .form': { display: 'contents' },
    '& > .rail': { order: 1 },
    '& .fields': { order: 2 },
    '&[data-step=list] [data-step]:not([data-step=list])': { display: 'none' },
    '&[data-step=persons] [data-step]:not([data-step=persons])': { display: 'none' },
    '&[data-step=safeguard] :is([data-step=list], [data-step=persons])': { display: 'none' },
    '&[data-step=evidence] [data-step]:not([data-step=evidence])': { display: 'none' },
  },
});
