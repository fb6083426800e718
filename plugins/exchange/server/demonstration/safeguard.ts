import { addDays, earlier } from './dates';
import type { Random, Weighted } from './random';
import { drawMoveInDate, drawRelocationDates } from './relocation';
import type { HouseholdRow, RelocationEntryRow, RenovationRow, SafeguardRow } from './rows';
import type { Situation } from './situation';

const SAFE_RESULTS: Weighted<string> = [
  ['gradeA', 35],
  ['gradeB', 45],
  ['assessedSafe', 20],
];
const RELOCATION_TYPES: Weighted<string> = [
  ['ecologicalResettlement', 50],
  ['reservoirResettlement', 25],
  ['hazardRelocation', 20],
  ['other', 5],
];
const PUBLIC_HOUSING_TYPES: Weighted<string> = [
  ['collectiveRental', 35],
  ['happinessCourtyard', 20],
  ['elderlyHome', 30],
  ['idlePublicHouse', 10],
  ['other', 5],
];
const OTHER_MEANS_TYPES: Weighted<string> = [
  ['withRelatives', 50],
  ['renting', 20],
  ['borrowing', 25],
  ['other', 5],
];
const ENTRY_PERSONS = ['演示录入人甲', '演示录入人乙', '演示录入人丙', '演示录入人丁'] as const;
const NOTE_OF_OTHER = '演示数据：其他保障方式的说明';

const BLANK = {
  kindNote: null,
  appraisalResult: null,
  appraiser: null,
  appraisalDate: null,
  renovationId: null,
  relocationEntryId: null,
  originalAppraisalResult: null,
  renovationMode: null,
  constructionMode: null,
  accepted: null,
  archiveCompleted: null,
  archiveIncomplete: null,
  subsidyTotal: null,
  relocationType: null,
  startDate: null,
  completionDate: null,
  moveInDate: null,
  notStarted: null,
  notCompleted: null,
  notMovedIn: null,
  confirmedBy: null,
  publicHousingType: null,
  otherMeansType: null,
} as const;

export interface SafeguardOwner {
  readonly id: number;
  readonly household: Pick<HouseholdRow, 'id' | 'regionCode'>;
  readonly situation: Situation;
  readonly renovation: RenovationRow | null;
  readonly relocationEntry: RelocationEntryRow | null;
}

/** The recognised safeguard of a household, with the fields of its kind, the three persons and the review so far. */
export function drawSafeguard(random: Random, owner: SafeguardOwner, today: string): SafeguardRow {
  return {
    ...BLANK,
    id: owner.id,
    householdId: owner.household.id,
    regionCode: owner.household.regionCode,
    source: 'registry',
    kind: owner.situation.kind,
    ...drawKindFields(random, owner),
    ...drawReview(random, today),
  };
}

function drawKindFields(random: Random, owner: SafeguardOwner): Partial<SafeguardRow> {
  switch (owner.situation.kind) {
    case 'originalSafe':
      return {
        appraisalResult: random.weighted(SAFE_RESULTS),
        appraiser: random.pick(['演示鉴定人甲', '演示鉴定人乙', '演示鉴定机构']),
        appraisalDate: addDays('2018-06-01', random.integer(0, 500)),
      };
    case 'renovation':
      return archiveFields(owner.renovation);
    case 'povertyRelocation':
      return povertyRelocationFields(random, owner);
    case 'otherRelocation': {
      const relocationType = random.weighted(RELOCATION_TYPES);
      return { relocationType, ...noteOf(relocationType), ...drawRelocationDates(random, owner.situation.stage) };
    }
    case 'publicHousing': {
      const publicHousingType = random.weighted(PUBLIC_HOUSING_TYPES);
      return { publicHousingType, ...noteOf(publicHousingType), moveInDate: drawMoveInDate(random) };
    }
    case 'otherMeans': {
      const otherMeansType = random.weighted(OTHER_MEANS_TYPES);
      return { otherMeansType, ...noteOf(otherMeansType) };
    }
  }
}

/** The copies of archive fields that the safeguard row carries for the statistics. */
function archiveFields(renovation: RenovationRow | null): Partial<SafeguardRow> {
  if (!renovation) return {};
  return {
    renovationId: renovation.id,
    originalAppraisalResult: renovation.originalAppraisalResult,
    renovationMode: renovation.renovationMode,
    constructionMode: renovation.constructionMode,
    accepted: renovation.accepted,
    archiveCompleted: renovation.completionDate !== null,
    archiveIncomplete: renovation.completionDate === null,
    subsidyTotal: renovation.subsidyTotal,
  };
}

function povertyRelocationFields(random: Random, owner: SafeguardOwner): Partial<SafeguardRow> {
  const dates = drawRelocationDates(random, owner.situation.stage);
  const entry = owner.relocationEntry;
  const fromList =
    entry && owner.situation.stage === 'movedIn'
      ? { startDate: entry.startDate, completionDate: entry.completionDate, moveInDate: entry.moveInDate }
      : {};
  return {
    ...dates,
    ...fromList,
    relocationEntryId: entry?.id ?? null,
    confirmedBy: random.chance(0.7) ? '演示搬迁主管部门' : null,
  };
}

function noteOf(type: string): Pick<SafeguardRow, 'kindNote'> {
  return { kindNote: type === 'other' ? NOTE_OF_OTHER : null };
}

type Review = Pick<
  SafeguardRow,
  | 'entryPerson'
  | 'entryDate'
  | 'townshipReviewer'
  | 'townshipReviewDate'
  | 'countyReviewer'
  | 'countyReviewDate'
  | 'reviewState'
>;

function drawReview(random: Random, today: string): Review {
  const reviewState = random.weighted([
    ['entered', 55],
    ['townshipApproved', 20],
    ['countyApproved', 25],
  ] as const);
  const entryDate = addDays(today, -random.integer(10, 300));
  const townshipDate = earlier(addDays(entryDate, random.integer(1, 9)), today);
  return {
    entryPerson: random.pick(ENTRY_PERSONS),
    entryDate,
    townshipReviewer: '演示乡镇审核人',
    townshipReviewDate: reviewState === 'entered' ? null : townshipDate,
    countyReviewer: '演示县级审核人',
    countyReviewDate: reviewState === 'countyApproved' ? earlier(addDays(townshipDate, 3), today) : null,
    reviewState,
  };
}
