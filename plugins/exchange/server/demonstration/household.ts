import { drawEvidence } from './evidence';
import { drawFamily, type Person } from './family';
import type { Defect } from './defects';
import { disabilityCard, type IdentityNumbers, legacyForm, withWrongCheckCharacter } from './identity-numbers';
import { Random, type Weighted } from './random';
import { drawRelocationEntry } from './relocation';
import { drawRenovation } from './renovation';
import type { EvidencePlan, HouseholdBundle, HouseholdRow, MemberRow, RenovationRow } from './rows';
import { drawSafeguard } from './safeguard';
import { drawSituation, type Situation } from './situation';

/** Numbers that run on over all households, and what pairs of households share. */
export interface Running {
  readonly next: Record<'household' | 'member' | 'safeguard' | 'renovation' | 'relocationEntry' | 'evidence', number>;
  /** The head's number of the first household of each pair with an equal number. */
  readonly duplicates: Map<number, string>;
}

export interface HouseholdTask {
  readonly seed: number;
  readonly today: string;
  readonly regionCode: string;
  readonly recognisedShare: number;
  readonly defect: Defect;
  /** Place of the household within its defect. */
  readonly place: number;
  readonly identities: IdentityNumbers;
  readonly running: Running;
}

const CAUSES: Weighted<string> = [
  ['因病', 24],
  ['缺技术', 20],
  ['缺劳力', 18],
  ['缺资金', 14],
  ['因学', 10],
  ['因残', 10],
  ['交通条件落后', 4],
];
const ATTRIBUTES: Weighted<string> = [
  ['一般贫困户', 62],
  ['低保贫困户', 34],
  ['特困供养贫困户', 4],
];
const EXIT_YEARS: Weighted<number> = [
  [2014, 14.9],
  [2015, 17.5],
  [2016, 15],
  [2017, 15.6],
  [2018, 16.8],
  [2019, 13.4],
  [2020, 6.7],
];
const OTHER_GROUPS = ['subsistenceAllowance', 'dispersedExtremePoverty', 'poorDisabled'] as const;
/** Archives of families outside the list, as a share of households: they are the renovation of other key groups. */
const FOREIGN_ARCHIVE_SHARE = 0.02;

/** A household with its members, archive, list entry, safeguard and evidence. */
export function drawHousehold(task: HouseholdTask): HouseholdBundle {
  const { running, defect, regionCode } = task;
  const id = running.next.household++;
  const random = new Random(task.seed, id);
  const situation = drawSituation(random, defect, task.place, task.recognisedShare);
  const family = drawFamily(random, task.identities, task.today);
  const household = drawHouseholdRow(random, { id, regionCode, situation, memberCount: family.length });
  const members = family.map((person, index) => memberRow(task, household, person, index));
  const [head] = members;
  const [headPerson] = family;
  if (!head || !headPerson) throw new RangeError('A family has at least a head');
  const archive = situation.archive === 'none' ? null : ownArchive(random, task, members, headPerson, situation);
  const relocationEntry = situation.onRelocationList
    ? drawRelocationEntry(random, running.next.relocationEntry++, head, household.registryNumber, headPerson.idNumber)
    : null;
  const safeguard = situation.recognised
    ? drawSafeguard(
        random,
        { id: running.next.safeguard++, household, situation, renovation: archive, relocationEntry },
        task.today,
      )
    : null;
  const foreign = foreignArchive(random, task);
  return {
    defect,
    household,
    members,
    safeguard,
    renovations: [archive, foreign].filter((row) => row !== null),
    relocationEntry,
    evidences: safeguard ? evidencePlans(random, task, household, safeguard.kind, safeguard.renovationMode) : [],
  };
}

interface HouseholdDraft {
  readonly id: number;
  readonly regionCode: string;
  readonly situation: Situation;
  readonly memberCount: number;
}

function drawHouseholdRow(random: Random, { id, regionCode, situation, memberCount }: HouseholdDraft): HouseholdRow {
  const exited = !random.chance(0.04);
  const exitYear = exited && !random.chance(0.001) ? random.weighted(EXIT_YEARS) : null;
  return {
    id,
    registryNumber: `DEMO${regionCode.slice(0, 6)}${String(id).padStart(8, '0')}`,
    source: 'registry',
    regionCode,
    registryRegionCode: regionCode,
    memberCount,
    povertyAttribute: random.weighted(ATTRIBUTES),
    povertyCause: random.weighted(CAUSES),
    povertyExited: exited,
    exitYear,
    recognised: situation.recognised,
    remark: situation.departed ? '演示数据：户主已去世，该户已退出' : null,
    departureReason: situation.departed ? random.pick(['naturalDeath', 'other']) : null,
    version: 1,
  };
}

function memberRow(task: HouseholdTask, household: HouseholdRow, person: Person, index: number): MemberRow {
  return {
    id: task.running.next.member++,
    householdId: household.id,
    regionCode: household.regionCode,
    personNumber: `${household.registryNumber}${String(index + 1).padStart(2, '0')}`,
    name: person.name,
    isHead: index === 0,
    relationToHead: person.relation,
    gender: person.gender,
    ethnicity: person.ethnicity,
    registryIdNumber: index === 0 ? headNumber(task, person.idNumber) : person.idNumber,
    registryPhone: person.phone,
  };
}

function headNumber({ defect, place, running }: HouseholdTask, idNumber: string): string | null {
  switch (defect) {
    case 'missing':
      return null;
    case 'disabilityCard':
      return disabilityCard(idNumber, (place % 7) + 1, (place % 4) + 1);
    case 'legacy15':
      return legacyForm(idNumber);
    case 'checksum':
      return withWrongCheckCharacter(idNumber);
    case 'duplicate': {
      const pair = Math.floor(place / 2);
      const first = running.duplicates.get(pair);
      if (first === undefined) running.duplicates.set(pair, idNumber);
      else running.duplicates.delete(pair);
      return first ?? idNumber;
    }
    case 'safeguardOverlap':
    case 'incomplete':
    case 'photoReuse':
    case 'evidenceMissing':
    case 'archiveNotOnList':
    case 'archiveOtherGroup':
    case 'none':
      return idNumber;
  }
}

function ownArchive(
  random: Random,
  task: HouseholdTask,
  members: readonly MemberRow[],
  head: Person,
  situation: Situation,
): RenovationRow {
  const owner = {
    id: task.running.next.renovation++,
    regionCode: task.regionCode,
    idNumber: head.idNumber,
    members,
    povertyType: task.defect === 'archiveOtherGroup' ? random.pick(OTHER_GROUPS) : 'registeredPoor',
    complete: situation.archive === 'complete',
  };
  return drawRenovation(random, owner, task.today);
}

/** An archive of a family that is on no list: of another key group as a rule, of 建档立卡 for the defect. */
function foreignArchive(random: Random, task: HouseholdTask): RenovationRow | null {
  const wrong = task.defect === 'archiveNotOnList';
  if (!wrong && !random.chance(FOREIGN_ARCHIVE_SHARE)) return null;
  const family = drawFamily(random, task.identities, task.today);
  const owner = {
    id: task.running.next.renovation++,
    regionCode: task.regionCode,
    idNumber: family[0]?.idNumber ?? '',
    members: family.map(({ name, relation }) => ({ name, relationToHead: relation, isHead: relation === '户主' })),
    povertyType: wrong ? 'registeredPoor' : random.pick(OTHER_GROUPS),
    complete: true,
  };
  return drawRenovation(random, owner, task.today);
}

function evidencePlans(
  random: Random,
  task: HouseholdTask,
  household: HouseholdRow,
  kind: Parameters<typeof drawEvidence>[1],
  renovationMode: string | null,
): readonly EvidencePlan[] {
  return drawEvidence(random, kind, renovationMode, task.defect).map(({ category, style }) => {
    const id = task.running.next.evidence++;
    const shared = task.defect === 'photoReuse' && style === 'house';
    return {
      id,
      householdId: household.id,
      regionCode: household.regionCode,
      category,
      style,
      photoSeed: shared ? -1 - Math.floor(task.place / 2) : id,
    };
  });
}
