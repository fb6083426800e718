import type { EvidenceRow } from '@anju/domain/contracts';
import { createContext, useContext } from 'react';
import type { Upload, UploadQueue } from './upload-queue';

export interface EvidenceOfHousehold {
  /** What is stored on the server. */
  readonly stored: readonly EvidenceRow[];
  /** What is not: on its way, or failed. */
  readonly uploads: readonly Upload[];
  readonly queue: Pick<UploadQueue, 'add' | 'retry' | 'cancel'>;
  readonly forget: (id: number) => void;
  /** Opens the preview of a stored photo. */
  readonly preview: (id: number) => void;
}

export const EvidenceContext = createContext<EvidenceOfHousehold | undefined>(undefined);

/** The household's evidence, stored and not yet stored; only inside the page. */
export function useEvidence(): EvidenceOfHousehold {
  const evidence = useContext(EvidenceContext);
  if (!evidence) throw new Error('useEvidence outside the recognition page');
  return evidence;
}
