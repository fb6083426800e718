import { addDays } from './dates';
import type { Random } from './random';
import type { MemberRow, RelocationEntryRow, SafeguardRow } from './rows';
import type { RelocationStage } from './situation';

export type RelocationDates = Pick<
  SafeguardRow,
  'startDate' | 'completionDate' | 'moveInDate' | 'notStarted' | 'notCompleted' | 'notMovedIn'
>;

/** Ordered dates of a relocation of 2016–2019, up to the stage reached; a tick stands for each date that has not come. */
export function drawRelocationDates(random: Random, stage: RelocationStage): RelocationDates {
  const dates = drawDates(random);
  const notStarted = stage === 'notStarted';
  const notCompleted = notStarted || stage === 'notCompleted';
  const notMovedIn = notCompleted || stage === 'notMovedIn';
  return {
    startDate: notStarted ? null : dates.startDate,
    completionDate: notCompleted ? null : dates.completionDate,
    moveInDate: notMovedIn ? null : dates.moveInDate,
    notStarted,
    notCompleted,
    notMovedIn,
  };
}

/** The household's entry on the Poverty Office's relocation list. */
export function drawRelocationEntry(
  random: Random,
  id: number,
  head: MemberRow,
  registryNumber: string,
  idNumber: string,
): RelocationEntryRow {
  const central = random.chance(0.9);
  return {
    id,
    regionCode: head.regionCode,
    householdNumber: registryNumber,
    personName: head.name,
    idNumber,
    resettlementMode: central ? '集中安置' : '分散安置',
    resettlementSite: central ? `演示安置点${random.integer(1, 12)}号` : '演示分散安置',
    project: `演示项目${random.integer(2016, 2018)}年易地扶贫搬迁`,
    status: '已入住',
    ...drawDates(random),
  };
}

/** A day within the last years on which a household moved in. */
export function drawMoveInDate(random: Random): string {
  return drawDates(random).moveInDate;
}

function drawDates(random: Random) {
  const startDate = addDays('2016-03-01', random.integer(0, 800));
  const completionDate = addDays(startDate, random.integer(150, 420));
  return { startDate, completionDate, moveInDate: addDays(completionDate, random.integer(5, 120)) };
}
