import { styled } from '@mui/material/styles';
import { useNavigate } from 'react-router-dom';
import { STATISTICS_SCOPES, statisticsTableDefinition } from '@anju/domain';
import { STATISTICS_SCOPE_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { colour, PHONE, size } from '../theme/tokens';
import { statisticsAddress, type ShownStatistics } from './question';

const Group = styled('div')({
  display: 'flex',
  border: `1px solid ${colour.line2}`,
  borderRadius: size.radius,
  overflow: 'hidden',
  '& button': {
    height: 30,
    padding: '0 12px',
    border: 0,
    borderLeft: `1px solid ${colour.line2}`,
    background: colour.surface,
    color: colour.ink2,
    font: 'inherit',
    fontSize: 13,
    cursor: 'pointer',
    outlineOffset: -2,
  },
  '& button:first-of-type': { borderLeft: 0 },
  '& button:disabled': { background: colour.sunken, color: colour.ink3, cursor: 'not-allowed' },
  '& button[aria-pressed=true]': { background: colour.selected, color: colour.primary2, fontWeight: 600 },
  [PHONE]: { flex: '1 0 auto', '& button': { flex: 1, height: size.touch, whiteSpace: 'nowrap' } },
});

/** Counts the list, the supplement beside it, or both. */
export function ScopeToggle({ shown }: { readonly shown: ShownStatistics }) {
  const navigate = useNavigate();
  const { scopes } = statisticsTableDefinition(shown.table);
  return (
    <Group role="group" aria-label={t('统计范围')}>
      {STATISTICS_SCOPES.map((scope) => (
        <button
          key={scope}
          type="button"
          aria-pressed={scope === shown.scope}
          disabled={!scopes.includes(scope)}
          title={scopes.includes(scope) ? undefined : t('这张表只统计名单内')}
          onClick={() => navigate(statisticsAddress({ ...shown, scope }))}
        >
          {STATISTICS_SCOPE_LABELS[scope]}
        </button>
      ))}
    </Group>
  );
}
