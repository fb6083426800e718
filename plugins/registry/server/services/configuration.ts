import { type EvidenceConfig, evidenceConfig, type FormDefinition, formDefinition, z } from '@anju/domain/contracts';
import { parse, readConfig, requestDb } from '@anju/kit';
import { documentChange, documentValue } from '../queries/configuration-document';

const reviewConfig = z.object({ paperTownship: z.enum(['whereNoReviewer', 'always', 'never']) });
const idCardConfig = z.object({ extraProvincePrefixes: z.array(z.string()) });

/** What the register reads of the configuration folder. */
export interface RegisterConfiguration {
  readonly extraProvincePrefixes: readonly string[];
  /** Where a typed township reviewer and date approve on paper. */
  readonly paperTownship: 'whereNoReviewer' | 'always' | 'never';
}

let loaded: RegisterConfiguration | undefined;

/** The identity-number settings and the paper rule, read once. */
export function registerConfiguration(): RegisterConfiguration {
  loaded ??= {
    extraProvincePrefixes: parse(idCardConfig, readConfig('id-card.json'), 'id-card.json:').extraProvincePrefixes,
    paperTownship: parse(reviewConfig, readConfig('review.json'), 'review.json:').paperTownship,
  };
  return loaded;
}

/** The recognition form as the configurators keep it at this moment. */
export const formInForce = inForce<FormDefinition>('form', (value) => parse(formDefinition, value, 'form:'));

/** The evidence that is asked for at this moment. */
export const evidenceInForce = inForce<EvidenceConfig>('evidence', (value) =>
  parse(evidenceConfig, value, 'evidence:'),
);

/** Reads a document anew only when another change has published it. */
function inForce<Value>(name: 'form' | 'evidence', read: (value: unknown) => Value): () => Promise<Value> {
  let kept: { readonly change: string; readonly value: Value } | undefined;
  return async () => {
    const change = await documentChange(requestDb(), name);
    if (kept?.change === change) return kept.value;
    const value = read(await documentValue(requestDb(), name));
    kept = { change, value };
    return value;
  };
}
