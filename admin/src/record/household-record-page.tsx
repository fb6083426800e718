import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { Link, useParams } from 'react-router-dom';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { statusOf } from '../http/problem';
import { t } from '../language/t';
import { Page } from '../layout/page';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { MissingHousehold } from '../states/missing-household';
import { Icon } from '../theme/icon';
import { useIsPhone } from '../theme/use-is-phone';
import { RecordWarnings } from '../warnings/record-warnings';
import { EvidenceCard } from './evidence-card';
import { ExtrasCard } from './extras-card';
import { ForeignRenovationCard } from './foreign-renovation-card';
import { HistoryCard } from './history-card';
import { ListFacts } from './list-facts';
import { MembersCard } from './members-card';
import { RecordState } from './record-state';
import { RelocationCard } from './relocation-card';
import { RenovationCard } from './renovation-card';
import { SafeguardCard } from './safeguard-card';
import { useHouseholdRecord } from './use-household-record';

const Sheet = styled('div')({ display: 'flex', flexDirection: 'column', gap: 12 });

/** On a phone the action stands beside whom it is about. */
const PhoneHead = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 12,
  '& > a': { flex: 'none' },
});

/** 住房保障信息: all that is known of one household. */
export function HouseholdRecordPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useHouseholdRecord(id);
  const mayEnter = hasDuty(useCurrentUser(), 'enter');
  const isPhone = useIsPhone();
  const isWrong = !/^\d+$/.test(id);
  const isMissing = statusOf(error) === 404;
  return (
    <Page
      title={t('住房保障信息')}
      shortTitle={data ? data.headName : t('住房保障信息')}
      description={data && <RecordState record={data} />}
      actions={data && !isPhone && <Actions record={data} mayEnter={mayEnter} />}
    >
      {isWrong && (
        <MessageState icon="info" title={t('地址有误')} next={<Link to="/query">{t('查询住房保障信息')}</Link>} />
      )}
      {isMissing && <MissingHousehold />}
      {error && !isMissing && <FailureState subject={t('住房保障信息')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && !isWrong && <LoadingRows rows={8} />}
      {data && isPhone && (
        <PhoneHead>
          <RecordState record={data} />
          {mayEnter && <EntryButton record={data} />}
        </PhoneHead>
      )}
      {data && <HouseholdRecordView record={data} />}
      {data && <HistoryCard householdId={data.id} />}
    </Page>
  );
}

function Actions({ record, mayEnter }: { readonly record: HouseholdRecord; readonly mayEnter: boolean }) {
  return (
    <>
      <Button onClick={() => window.print()}>
        <Icon name="print" />
        {t('打印')}
      </Button>
      {mayEnter && <EntryButton record={record} />}
    </>
  );
}

function EntryButton({ record }: { readonly record: HouseholdRecord }) {
  return (
    <Button component={Link} to={`/entry/${record.id}`} variant="contained" color="primary">
      {record.recognised ? t('修改') : t('录入认定信息')}
    </Button>
  );
}

/** The cards of a record, also beside the recognition form. */
export function HouseholdRecordView({ record }: { readonly record: HouseholdRecord }) {
  return (
    <Sheet>
      <RecordWarnings record={record} />
      <ListFacts record={record} />
      <ExtrasCard record={record} />
      <MembersCard record={record} />
      <SafeguardCard record={record} />
      {record.renovation && <RenovationCard renovation={record.renovation} />}
      {record.foreignRenovation && <ForeignRenovationCard renovation={record.foreignRenovation} />}
      {record.relocationEntry && <RelocationCard entry={record.relocationEntry} />}
      <EvidenceCard record={record} />
    </Sheet>
  );
}
