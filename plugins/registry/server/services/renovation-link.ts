import type { RenovationDetail, RenovationLink, RenovationUnlink } from '@anju/domain/contracts';
import { NotFound, requestDb, RuleBroken } from '@anju/kit';
import { linkRenovation, LinkTaken, renovationOfHousehold, unlinkRenovation } from '../queries/link-renovation';
import { lockedHousehold } from '../queries/locked-household';
import { holderOfRenovation, lockedRenovation } from '../queries/locked-renovation';
import { writeJournal } from '../queries/write-journal';
import { readRenovation } from './renovation-record';

/**
 * Links an archive to a household by hand, both in the clerk's region. A household that is not recognised yet has the archive
 * proposed to it; one recognised as a renovation without an archive has it from now on. Throws NotFound or RuleBroken.
 */
export async function linkArchive(id: number, { householdId, reason }: RenovationLink): Promise<RenovationDetail> {
  const db = requestDb();
  const current = await readRenovation(id);
  const household = await lockedHousehold(db, householdId);
  if (!household) throw new RuleBroken({ householdId: '没有这一户，或不在您的行政区划内' });
  const archive = await lockedRenovation(db, id);
  if (!archive) throw new NotFound();
  const isTaken = current.linkState === 'recognised' || current.linkState === 'byHand';
  if (isTaken && current.household) {
    const same = current.household.id === householdId;
    throw new RuleBroken({
      householdId: same ? '该档案已关联此户' : `该档案已关联${current.household.headName}户，请先解除关联`,
    });
  }
  if (current.countyElsewhere) {
    throw new RuleBroken({ householdId: `该档案关联的户在${current.countyElsewhere}，请联系该县处理` });
  }
  await refuseHousehold(householdId, id);
  await linkRenovation(db, id, householdId).catch(refuseTaken);
  await journalLink('linkRenovation', id, archive.region_code, { householdId, reason });
  return readRenovation(id);
}

/** Takes an archive away from its household, whatever linked them; throws NotFound or RuleBroken. */
export async function unlinkArchive(id: number, { reason }: RenovationUnlink): Promise<RenovationDetail> {
  const db = requestDb();
  const holder = await holderOfRenovation(db, id);
  if (holder !== undefined) await lockedHousehold(db, holder);
  const archive = await lockedRenovation(db, id);
  if (!archive) throw new NotFound();
  const { household, countyElsewhere } = await readRenovation(id);
  if (!household) {
    const words = countyElsewhere ? `关联的户在${countyElsewhere}，请联系该县处理` : '该档案没有关联的户';
    throw new RuleBroken({}, words);
  }
  await unlinkRenovation(db, id, household.id);
  await journalLink('unlinkRenovation', id, archive.region_code, { householdId: household.id, reason });
  return readRenovation(id);
}

async function refuseHousehold(householdId: number, id: number): Promise<void> {
  const has = await renovationOfHousehold(requestDb(), householdId);
  if (has?.kind && has.kind !== 'renovation') {
    throw new RuleBroken({ householdId: '该户已认定为其他保障方式，请先核实并更正认定，再关联危房改造档案' });
  }
  const other = has?.renovation_id ?? has?.given_id ?? null;
  if (other !== null && other !== id) {
    throw new RuleBroken({ householdId: '该户已关联另一份危房改造档案，请先解除那份档案的关联' });
  }
}

function refuseTaken(error: unknown): never {
  throw error instanceof LinkTaken ? new RuleBroken({ householdId: '该档案或该户已有其他关联，请先解除' }) : error;
}

function journalLink(action: string, id: number, regionCode: string, detail: Readonly<Record<string, unknown>>) {
  return writeJournal(requestDb(), { action, subjectTable: 'renovations', subjectId: id, regionCode, detail });
}
