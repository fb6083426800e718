import { type EvidenceConfig, evidenceConfig, type FormDefinition, formDefinition, z } from '@anju/domain/contracts';
import { parse, readConfig } from '@anju/kit';

const reviewConfig = z.object({ paperTownship: z.enum(['whereNoReviewer', 'always', 'never']) });
const idCardConfig = z.object({ extraProvincePrefixes: z.array(z.string()) });

/** What the register reads of the configuration folder. */
export interface RegisterConfiguration {
  readonly form: FormDefinition;
  readonly evidence: EvidenceConfig;
  readonly extraProvincePrefixes: readonly string[];
  /** Where a typed township reviewer and date approve on paper. */
  readonly paperTownship: 'whereNoReviewer' | 'always' | 'never';
}

let loaded: RegisterConfiguration | undefined;

/** The form, the evidence requirements, the identity-number settings and the paper rule, read once. */
export function registerConfiguration(): RegisterConfiguration {
  loaded ??= {
    form: parse(formDefinition, readConfig('forms', 'safeguard.json'), 'forms/safeguard.json:'),
    evidence: parse(evidenceConfig, readConfig('evidence.json'), 'evidence.json:'),
    extraProvincePrefixes: parse(idCardConfig, readConfig('id-card.json'), 'id-card.json:').extraProvincePrefixes,
    paperTownship: parse(reviewConfig, readConfig('review.json'), 'review.json:').paperTownship,
  };
  return loaded;
}
