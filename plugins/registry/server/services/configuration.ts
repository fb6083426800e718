import { type FormOption, optionsHolding, type PlacedOption } from '@anju/domain';
import { type EvidenceConfig, evidenceConfig, type FormDefinition, formDefinition } from '@anju/domain/contracts';
import { idCardSettings, type PaperTownship, parse, requestDb, reviewSettings } from '@anju/kit';
import { configurationStamp, documentValue } from '../queries/configuration-document';
import { allOptions } from '../queries/option-rows';

/** What the register reads of the configuration folder. */
export interface RegisterConfiguration {
  readonly extraProvincePrefixes: readonly string[];
  /** Where a typed township reviewer and date approve on paper. */
  readonly paperTownship: PaperTownship;
}

let loaded: RegisterConfiguration | undefined;

/** The identity-number settings and the paper rule, read once. */
export function registerConfiguration(): RegisterConfiguration {
  loaded ??= { ...idCardSettings(), ...reviewSettings() };
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

/** Form, evidence and options; read anew only when their stamp is another, which who has read it hands over. */
export async function configurationInForce(known?: string): Promise<ConfigurationInForce> {
  const db = requestDb();
  const stamp = known ?? (await configurationStamp(db));
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
  return optionsHolding(options, regionCode);
}
