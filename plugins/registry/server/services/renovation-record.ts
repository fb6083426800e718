import { maskIdNumber, warningSentence } from '@anju/domain';
import { renovationDetail, type RenovationDetail, storedWarning, z } from '@anju/domain/contracts';
import { NotFound, requestDb } from '@anju/kit';
import { renovationRecordRow } from '../queries/renovation-record';
import { writeJournal } from '../queries/write-journal';
import { gapLabels, toLink } from './archive-link-words';
import { readsInFull } from './household-record';

const STORED = renovationDetail.omit({
  linkState: true,
  household: true,
  countyElsewhere: true,
  gaps: true,
  doubts: true,
  masked: true,
});
const STORED_WARNINGS = z.array(storedWarning);

/** An archive for a reader; the opening is journalled. */
export async function openRenovation(id: number): Promise<RenovationDetail> {
  const archive = await readRenovation(id);
  await writeJournal(requestDb(), {
    action: 'open',
    subjectTable: 'renovations',
    subjectId: id,
    regionCode: archive.regionCode,
  });
  return archive;
}

/** The archive as the signed-in person may see it; throws NotFound outside the scope. */
export async function readRenovation(id: number): Promise<RenovationDetail> {
  const row = await renovationRecordRow(requestDb(), id);
  if (!row) throw new NotFound();
  const stored = STORED.parse(row.record);
  const archive = {
    ...stored,
    ...toLink(row),
    gaps: gapLabels(stored),
    doubts: STORED_WARNINGS.parse(row.doubts).map(warningSentence),
    masked: false,
  };
  return readsInFull() ? archive : masked(archive);
}

function masked(archive: RenovationDetail): RenovationDetail {
  const members = archive.members.map((person) => ({
    ...person,
    idNumber: person.idNumber && maskIdNumber(person.idNumber),
  }));
  return { ...archive, masked: true, idNumber: archive.idNumber && maskIdNumber(archive.idNumber), members };
}
