import { styled } from '@mui/material/styles';
import { Icon } from '../../theme/icon';
import { colour } from '../../theme/tokens';
import type { NumberState } from './verdict-words';

const Words = styled('span')({
  display: 'inline-flex',
  gap: 4,
  alignItems: 'center',
  verticalAlign: 'middle',
  fontSize: 12,
  color: colour.ink3,
  '& svg': { width: 16, height: 16 },
  '&.good svg': { color: colour.done },
  '&.bad': { color: colour.warning },
});

/** The verdict on an identity number, where the number stands. */
export function Verdict({ state }: { readonly state: NumberState }) {
  return (
    <Words className={state.tone}>
      {state.tone === 'good' && <Icon name="check" />}
      {state.tone === 'bad' && <Icon name="warning" />}
      {state.words}
    </Words>
  );
}
