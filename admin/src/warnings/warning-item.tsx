import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import type { WarningRow } from '@anju/domain/contracts';
import { WARNING_KIND_LABELS, WARNING_STATE_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { Chip } from '../states/status';
import { colour, PHONE } from '../theme/tokens';
import { dayText } from '../vocabulary/numbers';
import { daysSince } from './days-since';
import { WarningActions } from './warning-actions';
import { WarningSteps } from './warning-steps';

const Item = styled('li')({
  padding: '11px 16px 12px',
  borderBottom: `1px solid ${colour.line}`,
  borderLeft: '3px solid transparent',
  '&.error': { borderLeftColor: colour.warning },
  '&.warning': { borderLeftColor: colour.changedEdge },
  '& .head': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 10px' },
  '& .head a, & .head strong': { fontSize: 15, fontWeight: 600, color: colour.ink },
  '& .when': { marginLeft: 'auto' },
  '& .message': { margin: '4px 0 0', fontSize: 14, lineHeight: '22px' },
  [PHONE]: { padding: '10px 12px 12px' },
});

interface WarningItemProps {
  readonly warning: WarningRow;
  readonly place: string;
}

/** A warning: whose, what was found in one sentence, what was said about it, and the buttons that mend it. */
export function WarningItem({ warning, place }: WarningItemProps) {
  const { headName, householdId, kind, message, memberCount, openedAt, severity, state, steps } = warning;
  const isWaiting = state === 'open' || state === 'rejected';
  const days = daysSince(openedAt);
  return (
    <Item className={severity} aria-label={t('{kind}：{headName}', { kind: WARNING_KIND_LABELS[kind], headName })}>
      <div className="head">
        {householdId === null ? <strong>{headName}</strong> : <Link to={`/households/${householdId}`}>{headName}</Link>}
        <span className="muted">
          {place}
          {memberCount !== null && t(' · {memberCount} 人', { memberCount })}
        </span>
        <Chip className="link">{WARNING_KIND_LABELS[kind]}</Chip>
        {state !== 'open' && <Chip className="info">{WARNING_STATE_LABELS[state]}</Chip>}
        <span className="muted small when">
          {t('{openedAt} 发现{days}', {
            openedAt: dayText(openedAt),
            days: isWaiting && days > 0 && t('，已等待 {days} 天', { days }),
          })}
        </span>
      </div>
      <p className="message">{message}</p>
      <WarningSteps steps={steps} />
      <WarningActions warning={warning} />
    </Item>
  );
}
