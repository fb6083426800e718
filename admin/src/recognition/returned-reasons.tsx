import { styled } from '@mui/material/styles';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { reasonLabel } from '../reviews/reason-fields';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import { useForms } from '../vocabulary/use-forms';
import { placedReasons } from './model/return-reasons';
import type { FocusTarget } from './recognition-context';

const Block = styled(Card)({
  flex: 'none',
  borderColor: colour.returnedLine,
  background: colour.returnedTint,
  padding: '9px 14px',
  fontSize: 13,
  '& h2': { display: 'flex', alignItems: 'center', gap: 6, fontSize: 14, color: colour.returned },
  '& ul': { margin: '4px 0 0', padding: 0, listStyle: 'none' },
  '& li': { lineHeight: '21px' },
  '& button': {
    font: 'inherit',
    color: colour.primary,
    background: 'none',
    border: 0,
    padding: 0,
    cursor: 'pointer',
    '&:hover': { textDecoration: 'underline' },
  },
});

interface ReturnedReasonsProps {
  readonly record: HouseholdRecord;
  readonly onOpen: (target: FocusTarget) => void;
}

/** Why the record was returned, each reason leading to its place in the form. */
export function ReturnedReasons({ record, onOpen }: ReturnedReasonsProps) {
  const forms = useForms();
  const reasons = forms ? placedReasons(record, forms.safeguard) : [];
  if (reasons.length === 0) return null;
  return (
    <Block aria-label={t('退回原因')} className="no-print">
      <h2>
        <Icon name="returned" />
        {t('{returnedByName}退回，请改正后保存，保存即重新提交审核', {
          returnedByName: record.safeguard?.returnedByName ?? t('审核人'),
        })}
      </h2>
      <ul>
        {reasons.map(({ field, text, target }, index) => (
          <li key={index}>
            {target ? (
              <button type="button" onClick={() => onOpen(target)}>
                {reasonLabel(field, record, forms)}
              </button>
            ) : (
              reasonLabel(field, record, forms)
            )}
            {t('：{text}', { text })}
          </li>
        ))}
      </ul>
    </Block>
  );
}
