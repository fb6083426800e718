import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import { WARNING_KIND_LABELS, WARNING_STATE_LABELS } from '@anju/domain';
import type { HouseholdRecord } from '@anju/domain/contracts';
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
});

/** The warnings of a household that wait for somebody, above its record and its form. */
export function RecordWarnings({ record }: { readonly record: Pick<HouseholdRecord, 'warnings'> }) {
  if (record.warnings.length === 0) return null;
  return (
    <Block aria-label="预警" className="no-print">
      <h2>
        <Icon name="warning" />
        预警 {record.warnings.length} 条
      </h2>
      <ul>
        {record.warnings.map(({ id, kind, message, state }) => (
          <li key={id}>
            <Link to={`/warnings?kind=${kind}`}>{WARNING_KIND_LABELS[kind]}</Link>
            {state !== 'open' && `（${WARNING_STATE_LABELS[state]}）`}：{message}
          </li>
        ))}
      </ul>
    </Block>
  );
}
