import type { SafeguardKind } from '../vocabulary';

/** Conditions of the household list that ask how the households of one kind are safe. */
export const SPLIT_CONDITIONS = [
  'appraisalResult',
  'renovationMode',
  'constructionMode',
  'relocationState',
  'relocationType',
  'publicHousingType',
  'otherMeansType',
] as const;
export type SplitCondition = (typeof SPLIT_CONDITIONS)[number];

/** One column of a split, and the value by which the list finds its households. */
export interface SplitValue {
  readonly value: string;
  readonly label: string;
}

/** How the households of one kind divide by one field. */
export interface StatisticsSplit {
  readonly condition: SplitCondition;
  readonly kind: SafeguardKind;
  /** What the cells' metrics of this split begin with. */
  readonly metric: string;
  /** The columns in order; an empty field is the value `none`. */
  readonly values: readonly SplitValue[];
  /** The value that stands for everything without a column of its own: so no option, whoever added it, is ever lost. */
  readonly rest: 'none' | 'other';
}

const MISSING: SplitValue = { value: 'none', label: '未填' };
const OTHER: SplitValue = { value: 'other', label: '其他' };

/** The split of each table T4–T9, by its field. */
export const SPLITS = {
  originalResult: {
    condition: 'appraisalResult',
    kind: 'originalSafe',
    metric: 'originalSafe.result',
    values: [
      { value: 'gradeA', label: 'A级' },
      { value: 'gradeB', label: 'B级' },
      { value: 'assessedSafe', label: '评定安全' },
      MISSING,
    ],
    rest: 'none',
  },
  renovationResult: {
    condition: 'appraisalResult',
    kind: 'renovation',
    metric: 'renovation.result',
    values: [
      { value: 'gradeC', label: 'C级' },
      { value: 'gradeD', label: 'D级' },
      { value: 'assessedUnsafe', label: '评定不安全' },
      MISSING,
    ],
    rest: 'none',
  },
  renovationMode: {
    condition: 'renovationMode',
    kind: 'renovation',
    metric: 'renovation.mode',
    values: [
      { value: 'repairStrengthen', label: '修缮加固' },
      { value: 'rebuildOnSite', label: '原址翻建' },
      { value: 'newBuildScattered', label: '异地非集中新建' },
      { value: 'newBuildClustered', label: '异地相对集中新建' },
      { value: 'houseExchange', label: '房屋置换' },
      { value: 'newBuildNoHouse', label: '无房屋新建' },
      OTHER,
      MISSING,
    ],
    rest: 'other',
  },
  constructionMode: {
    condition: 'constructionMode',
    kind: 'renovation',
    metric: 'renovation.construction',
    values: [{ value: 'selfBuilt', label: '自建' }, { value: 'unifiedBuilt', label: '统建' }, MISSING],
    rest: 'none',
  },
  relocationState: {
    condition: 'relocationState',
    kind: 'povertyRelocation',
    metric: 'povertyRelocation.state',
    values: [
      { value: 'notStarted', label: '未开工' },
      { value: 'underConstruction', label: '在建' },
      { value: 'completed', label: '已竣工未入住' },
      { value: 'movedIn', label: '已入住' },
      MISSING,
    ],
    rest: 'none',
  },
  relocationType: {
    condition: 'relocationType',
    kind: 'otherRelocation',
    metric: 'otherRelocation.type',
    values: [
      { value: 'ecologicalResettlement', label: '生态移民' },
      { value: 'reservoirResettlement', label: '水库移民' },
      { value: 'hazardRelocation', label: '避险搬迁' },
      OTHER,
    ],
    rest: 'other',
  },
  publicHousingType: {
    condition: 'publicHousingType',
    kind: 'publicHousing',
    metric: 'publicHousing.type',
    values: [
      { value: 'collectiveRental', label: '集体公租房' },
      { value: 'happinessCourtyard', label: '幸福大院' },
      { value: 'elderlyHome', label: '敬（养）老院' },
      { value: 'idlePublicHouse', label: '闲置公房' },
      OTHER,
    ],
    rest: 'other',
  },
  otherMeansType: {
    condition: 'otherMeansType',
    kind: 'otherMeans',
    metric: 'otherMeans.type',
    values: [
      { value: 'withRelatives', label: '投亲靠友' },
      { value: 'renting', label: '租住' },
      { value: 'borrowing', label: '借住' },
      OTHER,
    ],
    rest: 'other',
  },
} as const satisfies Readonly<Record<string, StatisticsSplit>>;

/** The splits that a condition asks about: 鉴定（评定）结果 is a field of two kinds. */
export function splitsOf(condition: SplitCondition): readonly StatisticsSplit[] {
  return Object.values<StatisticsSplit>(SPLITS).filter((split) => split.condition === condition);
}

/** Values of a split that have a column of their own. */
export function knownValues(split: StatisticsSplit): readonly string[] {
  return split.values.map(({ value }) => value).filter((value) => value !== split.rest);
}

/** Yes-or-no facts of a renovation archive that are columns and conditions. */
export const RENOVATION_TICKS = ['accepted', 'completed', 'archiveIncomplete'] as const;
export type RenovationTick = (typeof RENOVATION_TICKS)[number];

/** Years of leaving poverty that have a column (document); an exited household of no such year is `missing`. */
export const EXIT_YEARS = [2014, 2015, 2016, 2017, 2018, 2019, 2020] as const;
