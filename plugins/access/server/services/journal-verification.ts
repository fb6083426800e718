import { journalBreakWords } from '@anju/domain';
import type { JournalVerification, JournalVerified } from '@anju/domain/contracts';
import { requestDb } from '@anju/kit';
import { sealHash, unsealedCount, type VerifiedPart, verifyJournalPart } from '../queries/journal-seals';
import { journalReading } from '../queries/write-journal';

/** About two seconds of comparing, so that the caller can tell how far it is. */
const ENTRIES_A_CALL = 200_000;

/** Compares the next part of the journal with its seals; the call that ends it is journalled with what it found. */
export async function verifyJournal({ after = 0, anchor }: JournalVerification): Promise<JournalVerified> {
  const start = performance.now();
  const part = await verifyJournalPart(requestDb(), after, ENTRIES_A_CALL);
  const hash = anchor && (await sealHash(requestDb(), anchor.seal));
  const compared = anchor && hash !== anchor.hash.toLowerCase() ? brokenAnchor(part, anchor.seal, hash) : part;
  const unsealed = await unsealedCount(requestDb());
  const verified = toVerified(compared, unsealed, performance.now() - start);
  if (verified.next === null) {
    const { intact, seal, fault, brokenSeal, brokenEntry } = verified;
    const found = intact ? { intact, seal } : { intact, seal, fault, brokenSeal, brokenEntry };
    await journalReading(requestDb(), 'verifyJournal', found);
  }
  return verified;
}

function brokenAnchor(part: VerifiedPart, seal: number, hash: string | undefined): VerifiedPart {
  const fault = hash === undefined ? 'sealMissing' : 'anchorDiffers';
  // What the chain itself says names the place more exactly.
  return part.fault ? part : { ...part, next: null, broken_seal: String(seal), fault };
}

function toVerified(part: VerifiedPart, unsealed: number, milliseconds: number): JournalVerified {
  const { fault } = part;
  const broken = { brokenSeal: numberOf(part.broken_seal), brokenEntry: numberOf(part.broken_entry) };
  const seal = Number(part.checked_seal);
  const next = numberOf(part.next);
  return {
    intact: fault === null,
    next,
    seal,
    head: part.head,
    entries: Number(part.entries),
    unsealed,
    fault,
    ...broken,
    message: fault ? journalBreakWords({ fault, ...broken }) : progressWords(seal, next, unsealed),
    seconds: Math.round(milliseconds) / 1000,
  };
}

function progressWords(seal: number, next: number | null, unsealed: number): string {
  if (next !== null) return `已核对到第 ${seal} 号封存，尚未核对完`;
  const waiting = unsealed > 0 ? `；最近 ${unsealed} 条尚待封存` : '';
  return `日志与 ${seal} 次封存逐条一致，没有发现改动${waiting}`;
}

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text);
}
