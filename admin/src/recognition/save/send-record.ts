import type { HouseholdCorrection, HouseholdRecord, SafeguardInput } from '@anju/domain/contracts';
import { request } from '../../http/request';
import { changedCorrections } from '../model/corrections';
import { safeguardDraft, type FormRules } from '../model/safeguard-draft';
import type { RecognitionValues } from '../model/values';

export type SaveStep = 'correction' | 'safeguard';

/** What became of a save: all of it, or up to the step that failed, with the record as the last success left it. */
export type SaveOutcome =
  | { readonly saved: true; readonly record: HouseholdRecord; readonly steps: readonly SaveStep[] }
  | {
      readonly saved: false;
      readonly record: HouseholdRecord;
      readonly steps: readonly SaveStep[];
      readonly failed: SaveStep;
      readonly sent: HouseholdCorrection | undefined;
      readonly error: unknown;
    };

/** Sends what differs from the record: corrections first, then the safeguard with the version that they answered. */
export async function sendRecord(
  values: RecognitionValues,
  opened: { readonly record: HouseholdRecord; readonly values: RecognitionValues },
  rules: FormRules,
): Promise<SaveOutcome> {
  const steps: SaveStep[] = [];
  let { record } = opened;
  const sent = changedCorrections(values, record);
  let step: SaveStep = 'correction';
  try {
    if (sent) {
      record = await put(`/registry/households/${record.id}`, sent);
      steps.push(step);
    }
    step = 'safeguard';
    const safeguard = changedSafeguard(values, opened, rules, record.version);
    if (safeguard) {
      record = await put(`/registry/households/${record.id}/safeguard`, safeguard);
      steps.push(step);
    }
  } catch (error) {
    return { saved: false, record, steps, failed: step, sent, error };
  }
  return { saved: true, record, steps };
}

/** The safeguard to send: none while no kind is chosen, and none when a recognised one stands as it was. */
function changedSafeguard(
  values: RecognitionValues,
  opened: { readonly record: HouseholdRecord; readonly values: RecognitionValues },
  rules: FormRules,
  version: number,
): SafeguardInput | undefined {
  if (values.kind === '') return undefined;
  const draft = safeguardDraft(values.kind, values, version, rules);
  // A returned one is handed in again by being saved, also when only evidence or a number was at fault.
  const isReturned = opened.record.safeguard?.reviewState === 'returned';
  if (!opened.record.safeguard || opened.values.kind === '' || isReturned) return draft;
  const before = safeguardDraft(opened.values.kind, opened.values, version, rules);
  return JSON.stringify(draft) === JSON.stringify(before) ? undefined : draft;
}

async function put(path: string, body: unknown): Promise<HouseholdRecord> {
  return (await request<HouseholdRecord>(path, { method: 'PUT', body })).json;
}
