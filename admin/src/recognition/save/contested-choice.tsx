import { styled } from '@mui/material/styles';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { t } from '../../language/t';
import type { ContestedField } from '../model/conflict';
import { useRecognition } from '../recognition-context';
import { colour, size } from '../../theme/tokens';
import { pathLabel } from './path-label';
import { PathValue } from './path-value';

const Choice = styled('fieldset')({
  margin: 0,
  padding: '6px 10px 8px',
  border: `1px solid ${colour.line2}`,
  borderRadius: size.radius,
  '& legend': { padding: '0 4px', fontSize: 12, color: colour.ink2 },
  '& label': { display: 'flex', gap: 6, alignItems: 'center', minHeight: 28, cursor: 'pointer' },
  '& input': { margin: 0, accentColor: colour.primary },
});

interface ContestedChoiceProps {
  readonly field: ContestedField;
  readonly record: HouseholdRecord;
  readonly side: 'mine' | 'theirs';
  readonly onChoose: (side: 'mine' | 'theirs') => void;
}

/** Mine or theirs, for one input that both sides changed. */
export function ContestedChoice({ field, record, side, onChoose }: ContestedChoiceProps) {
  const { rules } = useRecognition();
  const name = `contested.${field.path}`;
  return (
    <Choice>
      <legend>{pathLabel(field.path, record, rules)}</legend>
      <label>
        <input type="radio" name={name} checked={side === 'mine'} onChange={() => onChoose('mine')} />
        {t('我填写的：')}
        <PathValue path={field.path} value={field.mine} />
      </label>
      <label>
        <input type="radio" name={name} checked={side === 'theirs'} onChange={() => onChoose('theirs')} />
        {t('最新的：')}
        <PathValue path={field.path} value={field.theirs} />
      </label>
    </Choice>
  );
}
