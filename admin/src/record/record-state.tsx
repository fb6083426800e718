import { styled } from '@mui/material/styles';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { usePlaceNames } from '../households/use-place-names';
import { t } from '../language/t';
import { DepartedStatus, ReviewStatus, UnrecognisedStatus } from '../states/status';
import { colour } from '../theme/tokens';

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 12px',
  '& b': { fontSize: 16, color: colour.ink },
});

/** Who this is, where, and how far it has come. */
export function RecordState({ record }: { readonly record: HouseholdRecord }) {
  const placeOf = usePlaceNames([record]);
  return (
    <Row>
      <b>{record.headName}</b>
      <span>{t('{record}·{memberCount} 人', { record: placeOf(record), memberCount: record.memberCount })}</span>
      {record.recognised && <span>{t('已认定')}</span>}
      {record.safeguard && <ReviewStatus state={record.safeguard.reviewState} />}
      {!record.recognised && (record.departureReason ? <DepartedStatus /> : <UnrecognisedStatus />)}
    </Row>
  );
}
