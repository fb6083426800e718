import { addDays, dayOfYear, earlier } from './dates';
import type { Random, Weighted } from './random';
import type { MemberRow, RenovationRow } from './rows';

const ORIGINAL_RESULTS: Weighted<string> = [
  ['gradeD', 55],
  ['gradeC', 40],
  ['assessedUnsafe', 5],
];
const MODES: Weighted<string> = [
  ['repairStrengthen', 40],
  ['rebuildOnSite', 38],
  ['newBuildScattered', 9],
  ['newBuildClustered', 6],
  ['houseExchange', 3],
  ['newBuildNoHouse', 3],
  ['other', 1],
];
const STRUCTURES: Weighted<string> = [
  ['brickConcrete', 62],
  ['brickWood', 18],
  ['wood', 10],
  ['earthWood', 6],
  ['stone', 4],
];
const PLAN_YEARS: Weighted<number> = [
  [2009, 2],
  [2010, 3],
  [2011, 4],
  [2012, 5],
  [2013, 6],
  [2014, 8],
  [2015, 10],
  [2016, 13],
  [2017, 17],
  [2018, 18],
  [2019, 14],
];

export interface ArchiveOwner {
  readonly id: number;
  readonly regionCode: string;
  /** The number that the archive carries; an archive always has the true one. */
  readonly idNumber: string;
  readonly members: readonly Pick<MemberRow, 'name' | 'relationToHead' | 'isHead'>[];
  readonly povertyType: string;
  readonly complete: boolean;
}

/** A renovation archive; an incomplete one stops before completion, acceptance and payment. */
export function drawRenovation(random: Random, owner: ArchiveOwner, today: string): RenovationRow {
  const renovationMode = random.weighted(MODES);
  const planYear = random.weighted(PLAN_YEARS);
  const startDate = dayOfYear(planYear, random.integer(60, 300));
  const head = owner.members.find((member) => member.isHead);
  return {
    id: owner.id,
    regionCode: owner.regionCode,
    archiveNumber: `DEMO-WF-${String(owner.id).padStart(8, '0')}`,
    headName: head?.name ?? '演示农户',
    idNumber: owner.idNumber,
    members: JSON.stringify(owner.members.map(({ name, relationToHead }) => ({ name, relationToHead }))),
    povertyType: owner.povertyType,
    personCount: owner.members.length,
    originalAppraisalResult: renovationMode === 'newBuildNoHouse' ? null : random.weighted(ORIGINAL_RESULTS),
    renovationMode,
    modeNote: renovationMode === 'other' ? '演示数据：整村统一改造' : null,
    constructionMode: random.chance(0.8) ? 'selfBuilt' : 'unifiedBuilt',
    structure: random.weighted(STRUCTURES),
    area: random.integer(400, 1400) / 10,
    planYear,
    ...drawSubsidies(random, owner.complete),
    selfRaised: random.integer(0, 30) * 1000,
    startDate,
    ...drawCompletion(random, startDate, owner.complete, today),
  };
}

type Subsidies = Pick<
  RenovationRow,
  'subsidyCentral' | 'subsidyProvince' | 'subsidyCity' | 'subsidyCounty' | 'subsidyTotal'
>;

function drawSubsidies(random: Random, complete: boolean): Subsidies {
  if (!complete) {
    return {
      subsidyCentral: null,
      subsidyProvince: null,
      subsidyCity: null,
      subsidyCounty: null,
      subsidyTotal: null,
    };
  }
  const total = random.integer(60, 350) * 100;
  const central = Math.round((total * random.integer(50, 75)) / 10_000) * 100;
  const province = Math.round((total - central) / 200) * 100;
  const city = Math.round((total - central - province) / 200) * 100;
  return {
    subsidyCentral: central,
    subsidyProvince: province,
    subsidyCity: city,
    subsidyCounty: total - central - province - city,
    subsidyTotal: total,
  };
}

type Completion = Pick<RenovationRow, 'completionDate' | 'accepted' | 'acceptedBy'>;

function drawCompletion(random: Random, startDate: string, complete: boolean, today: string): Completion {
  if (!complete) return { completionDate: null, accepted: null, acceptedBy: null };
  const accepted = random.chance(0.97);
  return {
    completionDate: earlier(addDays(startDate, random.integer(40, 180)), today),
    accepted,
    acceptedBy: accepted ? random.pick(['演示验收组', '演示验收人甲', '演示验收人乙']) : null,
  };
}
