import type { RelocationEntryRow } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Fact, Facts } from './facts';

interface RelocationFactsProps {
  readonly entry: RelocationEntryRow;
  readonly withDates?: boolean;
}

/** What the relocation list says of a household. */
export function RelocationFacts({ entry, withDates = false }: RelocationFactsProps) {
  return (
    <Facts>
      <Fact label={t('名单中的人')}>{[entry.personName, entry.idNumber].filter(Boolean).join(' ')}</Fact>
      <Fact label={t('安置方式')}>{entry.resettlementMode}</Fact>
      <Fact label={t('安置点')}>{entry.resettlementSite}</Fact>
      <Fact label={t('项目')}>{entry.project}</Fact>
      <Fact label={t('状态')}>{entry.status}</Fact>
      {withDates && (
        <>
          <Fact label={t('名单开工时间')}>{entry.startDate}</Fact>
          <Fact label={t('名单竣工时间')}>{entry.completionDate}</Fact>
          <Fact label={t('名单入住时间')}>{entry.moveInDate}</Fact>
        </>
      )}
    </Facts>
  );
}
