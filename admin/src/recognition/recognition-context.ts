import type { IdNumberContext } from '@anju/domain';
import type { EvidenceConfig, HouseholdRecord, OptionRow } from '@anju/domain/contracts';
import { createContext, useContext } from 'react';
import type { FormRules } from './model/safeguard-draft';
import type { FieldPath, RecognitionValues } from './model/values';

/** A place of the page that can be shown and focused. */
export type FocusTarget = { readonly path: FieldPath } | { readonly category: string };

export interface RecognitionRules extends FormRules {
  readonly options: readonly OptionRow[];
  readonly evidence: EvidenceConfig;
  readonly idNumbers: IdNumberContext;
}

export interface Recognition {
  /** The household as it was last read or saved. */
  readonly record: HouseholdRecord;
  /** The form as that record fills it. */
  readonly opened: RecognitionValues;
  readonly rules: RecognitionRules;
  readonly focus: (target: FocusTarget) => void;
}

export const RecognitionContext = createContext<Recognition | undefined>(undefined);

/** The household that the page is about, and the rules of its form; only inside the page. */
export function useRecognition(): Recognition {
  const recognition = useContext(RecognitionContext);
  if (!recognition) throw new Error('useRecognition outside the recognition page');
  return recognition;
}
