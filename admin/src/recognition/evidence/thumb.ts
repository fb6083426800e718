import { styled } from '@mui/material/styles';
import { colour } from '../../theme/tokens';

/** A small picture with a word on its foot: 示例, 尚未保存. */
export const Thumb = styled('span')({
  display: 'block',
  position: 'relative',
  flex: 'none',
  width: 76,
  height: 62,
  boxSizing: 'border-box',
  border: `1px solid ${colour.line2}`,
  borderRadius: 4,
  overflow: 'hidden',
  background: colour.surface,
  '& img': { width: '100%', height: '100%', objectFit: 'cover', display: 'block' },
  '& em': {
    position: 'absolute',
    inset: 'auto 0 0',
    fontStyle: 'normal',
    fontSize: 11,
    lineHeight: '16px',
    background: 'rgba(22,37,54,.78)',
    color: colour.surface,
    textAlign: 'center',
  },
  '& .unloaded': {
    display: 'grid',
    placeItems: 'center',
    height: '100%',
    padding: 4,
    fontSize: 11,
    lineHeight: '14px',
    color: colour.ink3,
  },
  '&.sample': { borderStyle: 'dashed', borderColor: colour.field },
  '&.sample img': { opacity: 0.75 },
  '&.unsaved img': { opacity: 0.55 },
  '& > button': {
    display: 'block',
    width: '100%',
    height: '100%',
    border: 0,
    padding: 0,
    background: 'none',
    cursor: 'zoom-in',
  },
  '& > button:focus-visible': { outlineOffset: -3 },
});
