import type { DraftAnswer, DraftInput, DraftRow } from '@anju/domain/contracts';
import { NotFound, requestDb } from '@anju/kit';
import { deleteDraft } from '../queries/delete-draft';
import { draftOfHousehold } from '../queries/draft-of-household';
import { householdVersion } from '../queries/household-version';
import { ownDrafts } from '../queries/own-drafts';
import { writeDraft } from '../queries/write-draft';

const MOST_LISTED = 200;

/** The clerk's own drafts, the latest first. */
export function listDrafts(): Promise<readonly DraftRow[]> {
  return ownDrafts(requestDb(), MOST_LISTED);
}

/** The clerk's own draft for a household; throws NotFound when the household lies outside the scope. */
export async function readDraft(householdId: number): Promise<DraftAnswer> {
  await regionOf(householdId);
  return { draft: (await draftOfHousehold(requestDb(), householdId)) ?? null };
}

/** Keeps what the clerk has typed; throws NotFound outside the scope. */
export async function saveDraft(householdId: number, input: DraftInput): Promise<DraftAnswer> {
  await writeDraft(requestDb(), householdId, await regionOf(householdId), input);
  return readDraft(householdId);
}

/** Gives up the clerk's own draft; throws NotFound outside the scope. */
export async function dropDraft(householdId: number): Promise<DraftAnswer> {
  await regionOf(householdId);
  await deleteDraft(requestDb(), householdId);
  return { draft: null };
}

async function regionOf(householdId: number): Promise<string> {
  const household = await householdVersion(requestDb(), householdId);
  if (!household) throw new NotFound();
  return household.region_code;
}
