import type { EvidenceChange } from '@anju/domain/contracts';
import { uploadFile } from '../../http/upload';

export interface UploadOrder {
  readonly householdId: number;
  readonly category: string;
  readonly file: File;
  readonly signal: AbortSignal;
  readonly onProgress: (sentBytes: number) => void;
}

/** Uploads one photo; the promise is refused with the server's sentence, or with an AbortError when it was cancelled. */
export function uploadEvidence({ householdId, category, ...order }: UploadOrder): Promise<EvidenceChange> {
  const fields = { householdId: String(householdId), category };
  return uploadFile<EvidenceChange>({ path: '/registry/evidence', fields, ...order });
}
