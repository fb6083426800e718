import { styled } from '@mui/material/styles';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { ListFacts } from '../record/list-facts';
import { MembersCard } from '../record/members-card';
import { RenovationCard } from '../record/renovation-card';
import { SafeguardCard } from '../record/safeguard-card';
import { Chip, ReviewStatus } from '../states/status';
import { colour, DESKTOP } from '../theme/tokens';
import { useForms } from '../vocabulary/use-forms';
import { RecordWarnings } from '../warnings/record-warnings';
import { ChangesTable } from './changes-table';
import { reasonLabel } from './reason-fields';

const Pane = styled(Card)({
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  '& > .content': {
    display: 'flex',
    flexDirection: 'column',
    gap: 12,
    padding: 12,
    [DESKTOP]: { overflow: 'hidden auto', minHeight: 0 },
  },
  '& .content > *': { flex: 'none' },
  '& .returned': { padding: '9px 14px', background: colour.returnedTint, color: colour.returned, fontSize: 13 },
});

/** The record that is reviewed: its warnings, what changed, and all that was entered. */
export function ReviewRecord({ record }: { readonly record: HouseholdRecord }) {
  const { safeguard } = record;
  return (
    <Pane aria-label={t('审核内容')}>
      <header>
        <h2>{record.headName}</h2>
        <span className="muted small">
          {t('{regionName} · {memberCount} 人', { regionName: record.regionName, memberCount: record.memberCount })}
        </span>
        <span className="end">
          {safeguard?.townshipPaper && <Chip className="info">{t('乡镇纸质')}</Chip>}{' '}
          {safeguard?.countyPaper && <Chip className="info">{t('县级纸质已审')}</Chip>}{' '}
          <ReviewStatus state={safeguard?.reviewState ?? null} />
        </span>
      </header>
      <div className="content" tabIndex={0} role="region" aria-label={t('记录')}>
        <RecordWarnings record={record} />
        <LastReturn record={record} />
        <ChangesTable record={record} />
        <SafeguardCard record={record} />
        {record.renovation && <RenovationCard renovation={record.renovation} />}
        <MembersCard record={record} />
        <ListFacts record={record} />
      </div>
    </Pane>
  );
}

/** What the last return asked for: a reviewer checks whether it was mended. */
function LastReturn({ record }: { readonly record: HouseholdRecord }) {
  const forms = useForms();
  const reasons = record.safeguard?.returnReasons ?? [];
  if (reasons.length === 0) return null;
  return (
    <div className="returned">
      {t('{returnedByName}{value}：{reasons}', {
        returnedByName: record.safeguard?.returnedByName ?? t('审核人'),
        value: record.safeguard?.reviewState === 'returned' ? t('退回') : t('曾退回'),
        reasons: reasons
          .map(({ field, text }) => t('{field}：{text}', { field: reasonLabel(field, record, forms), text }))
          .join(t('；')),
      })}
    </div>
  );
}
