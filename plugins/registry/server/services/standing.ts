import { idKey } from '@anju/domain';
import type { PersonStanding, StandingAnswer } from '@anju/domain/contracts';
import { requestActor, requestDb } from '@anju/kit';
import { personsStanding, type StandingRow } from '../queries/persons-standing';
import { writeJournal } from '../queries/write-journal';

/** Where the person with this number stands already. A hit outside the region tells a county only, and is journalled. */
export async function findStanding(idNumber: string): Promise<StandingAnswer> {
  const key = idKey(idNumber);
  const [row] = key === null ? [] : await personsStanding(requestDb(), [key]);
  if (!row) return { standing: null };
  if (row.household_id === null) await journalForeignHit(row.region_code);
  return { standing: toStanding(idNumber, row) };
}

/** One sentence: where the person stands and what to do. */
export function standingWords({ household_id, source, person_name, region_name }: StandingRow): string {
  if (household_id === null) return `该身份证号已登记在${region_name}，不能重复补录，请联系所在县`;
  const place = source === 'registry' ? '已在建档立卡名单内' : '已作为库外信息补录';
  return `该身份证号${place}：${person_name ?? ''}，${region_name}`;
}

function toStanding(idNumber: string, row: StandingRow): PersonStanding {
  return {
    idNumber,
    inRegion: row.household_id !== null,
    householdId: row.household_id,
    source: row.source,
    personName: row.person_name,
    regionCode: row.region_code,
    regionName: row.region_name,
    message: standingWords(row),
  };
}

async function journalForeignHit(county: string): Promise<void> {
  const { regionCode } = requestActor();
  if (regionCode === null) return;
  await writeJournal(requestDb(), {
    action: 'lookElsewhere',
    subjectTable: 'members',
    subjectId: null,
    regionCode,
    detail: { county },
  });
}
