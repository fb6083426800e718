import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { WARNING_KIND_LABELS, WARNING_STATE_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';

const Block = styled(Card)({
  flex: 'none',
  borderColor: colour.warningLine,
  background: colour.warningTint,
  padding: '9px 14px',
  fontSize: 13,
  '& h2': { display: 'flex', alignItems: 'center', gap: 6, fontSize: 14, color: colour.warning },
  '& ul': { margin: '4px 0 0', padding: 0, listStyle: 'none' },
  '& li': { lineHeight: '21px' },
  '& li button': {
    marginLeft: 8,
    padding: 0,
    border: 0,
    background: 'none',
    color: colour.primary,
    font: 'inherit',
    cursor: 'pointer',
    '&:hover': { textDecoration: 'underline' },
  },
});

interface RecordWarningsProps<Place> {
  readonly record: Pick<HouseholdRecord, 'warnings'>;
  /** Where in the form each is mended; only inside the form. */
  readonly placed?: readonly { readonly id: number; readonly targets: readonly Place[] }[];
  readonly onOpen?: (target: Place) => void;
}

/** The warnings of a household that wait for somebody, above its record and its form. */
export function RecordWarnings<Place>({ record, placed, onOpen }: RecordWarningsProps<Place>) {
  if (record.warnings.length === 0) return null;
  return (
    <Block aria-label={t('预警')} className="no-print">
      <h2>
        <Icon name="warning" />
        {t('预警 {count} 条', { count: record.warnings.length })}
      </h2>
      <ul>
        {record.warnings.map(({ id, kind, message, state }) => {
          const [target] = placed?.find((one) => one.id === id)?.targets ?? [];
          return (
            <li key={id}>
              <Link to={`/warnings?kind=${kind}`}>{WARNING_KIND_LABELS[kind]}</Link>
              {t('{state}：{message}', {
                state: state !== 'open' && t('（{state}）', { state: WARNING_STATE_LABELS[state] }),
                message,
              })}
              {target !== undefined && onOpen && (
                <button
                  type="button"
                  aria-label={t('到该栏目：{kind}', { kind: WARNING_KIND_LABELS[kind] })}
                  onClick={() => onOpen(target)}
                >
                  {t('到该栏目')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </Block>
  );
}
