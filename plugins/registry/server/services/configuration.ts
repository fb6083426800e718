import { type EvidenceConfig, evidenceConfig, type FormDefinition, formDefinition, z } from '@anju/domain/contracts';
import { parse, readConfig } from '@anju/kit';

const idCardConfig = z.object({ extraProvincePrefixes: z.array(z.string()) });

/** What the register reads of the configuration folder. */
export interface RegisterConfiguration {
  readonly form: FormDefinition;
  readonly evidence: EvidenceConfig;
  readonly extraProvincePrefixes: readonly string[];
}

let loaded: RegisterConfiguration | undefined;

/** The form, the evidence requirements and the identity-number settings, read once. */
export function registerConfiguration(): RegisterConfiguration {
  loaded ??= {
    form: parse(formDefinition, readConfig('forms', 'safeguard.json'), 'forms/safeguard.json:'),
    evidence: parse(evidenceConfig, readConfig('evidence.json'), 'evidence.json:'),
    extraProvincePrefixes: parse(idCardConfig, readConfig('id-card.json'), 'id-card.json:').extraProvincePrefixes,
  };
  return loaded;
}
