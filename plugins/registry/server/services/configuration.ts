import type { FormOption } from '@anju/domain';
import { type EvidenceConfig, evidenceConfig, type FormDefinition, formDefinition, z } from '@anju/domain/contracts';
import { parse, readConfig, requestDb } from '@anju/kit';
import { configurationStamp, documentValue } from '../queries/configuration-document';
import { allOptions, type PlacedOption } from '../queries/option-rows';

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

/** What configurators keep, as it stands at this moment. */
export interface ConfigurationInForce {
  readonly form: FormDefinition;
  readonly evidence: EvidenceConfig;
  /** Of every region. */
  readonly options: readonly PlacedOption[];
}

let kept: { readonly stamp: string; readonly configuration: ConfigurationInForce } | undefined;

/** Form, evidence and options; read anew only when their stamp is another. */
export async function configurationInForce(): Promise<ConfigurationInForce> {
  const db = requestDb();
  const stamp = await configurationStamp(db);
  if (kept?.stamp === stamp) return kept.configuration;
  const configuration = {
    form: parse(formDefinition, await documentValue(db, 'form'), 'form:'),
    evidence: parse(evidenceConfig, await documentValue(db, 'evidence'), 'evidence:'),
    options: await allOptions(db),
  };
  kept = { stamp, configuration };
  return configuration;
}

/** The options that hold in a region: those of the whole node and those of the regions above it. */
export function optionsInRegion({ options }: ConfigurationInForce, regionCode: string): readonly FormOption[] {
  return options.filter((option) => option.regionCode === null || regionCode.startsWith(option.regionCode));
}
