import type { SafeguardKind } from '@anju/domain';
import type { Defect } from './defects';
import type { Random, Weighted } from './random';

/** How far a relocation has come. */
export type RelocationStage = 'movedIn' | 'notStarted' | 'notCompleted' | 'notMovedIn';

/** What is true of a household, before it is written down in rows. */
export interface Situation {
  readonly kind: SafeguardKind;
  readonly recognised: boolean;
  readonly departed: boolean;
  readonly archive: 'none' | 'complete' | 'gaps';
  readonly onRelocationList: boolean;
  readonly stage: RelocationStage;
}

const KINDS: Weighted<SafeguardKind> = [
  ['originalSafe', 46],
  ['renovation', 34],
  ['povertyRelocation', 14],
  ['otherRelocation', 2.5],
  ['publicHousing', 1],
  ['otherMeans', 2.5],
];

const KINDS_WITH_EVIDENCE = KINDS.filter(([kind]) => kind !== 'povertyRelocation');
const DEPARTED_SHARE = 0.006;
/** Share of unrecognised households in need of renovation whose archive was entered earlier, and of those with gaps. */
const ARCHIVED_SHARE = 0.8;
const ARCHIVE_GAP_SHARE = 0.1;

/** Draws what is true of a household; its defect fixes what the defect needs and nothing else shows a defect. */
export function drawSituation(random: Random, defect: Defect, place: number, recognisedShare: number): Situation {
  const recognised = random.chance(recognisedShare);
  switch (defect) {
    case 'missing':
    case 'disabilityCard':
    case 'legacy15':
    case 'checksum':
      return settled('originalSafe', recognised);
    case 'duplicate':
      return settled('originalSafe', false);
    case 'photoReuse':
      return settled('originalSafe', true);
    case 'evidenceMissing':
      return settled(random.weighted(KINDS_WITH_EVIDENCE), true);
    case 'safeguardOverlap': {
      const kind = random.chance(0.5) ? 'renovation' : 'povertyRelocation';
      return { ...settled(kind, recognised), archive: 'complete', onRelocationList: true };
    }
    case 'incomplete':
      return incompleteSituation(place);
    case 'archiveOtherGroup':
      return { ...settled('renovation', recognised), archive: 'complete' };
    case 'archiveNotOnList':
    case 'none':
      return ordinarySituation(random, recognised);
  }
}

function settled(kind: SafeguardKind, recognised: boolean): Situation {
  return {
    kind,
    recognised,
    departed: false,
    archive: kind === 'renovation' ? 'complete' : 'none',
    onRelocationList: kind === 'povertyRelocation',
    stage: 'movedIn',
  };
}

/** The three causes of 信息不完整, in turn. */
function incompleteSituation(place: number): Situation {
  const stages = ['notMovedIn', 'notCompleted', 'notStarted'] as const;
  switch (place % 3) {
    case 0:
      return { ...settled('renovation', true), archive: 'gaps' };
    case 1:
      return { ...settled('povertyRelocation', true), onRelocationList: false };
    default:
      return {
        ...settled(place % 2 === 0 ? 'povertyRelocation' : 'otherRelocation', true),
        stage: stages[Math.floor(place / 6) % 3] ?? 'notMovedIn',
      };
  }
}

function ordinarySituation(random: Random, recognised: boolean): Situation {
  const departed = random.chance(DEPARTED_SHARE);
  const situation = settled(random.weighted(KINDS), recognised && !departed);
  if (situation.recognised || situation.kind !== 'renovation') return { ...situation, departed };
  if (!random.chance(ARCHIVED_SHARE)) return { ...situation, departed, archive: 'none' };
  return { ...situation, departed, archive: random.chance(ARCHIVE_GAP_SHARE) ? 'gaps' : 'complete' };
}
