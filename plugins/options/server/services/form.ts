import { type EvidenceCategory, evidenceConfig, type FormsAnswer, formDefinition, z } from '@anju/domain/contracts';
import { parse, readConfig, registerToday } from '@anju/kit';

const idCardConfig = z.object({ extraProvincePrefixes: z.array(z.string()) });

type Configured = Omit<FormsAnswer, 'today'>;

let loaded: Configured | undefined;

/** The recognition form with everything it is built from; the files are read once, today is the moment's. */
export function forms(): FormsAnswer {
  loaded ??= {
    safeguard: parse(formDefinition, readConfig('forms', 'safeguard.json'), 'forms/safeguard.json:'),
    evidence: parse(evidenceConfig, readConfig('evidence.json'), 'evidence.json:'),
    idCard: parse(idCardConfig, readConfig('id-card.json'), 'id-card.json:'),
  };
  return { ...loaded, today: registerToday() };
}

/** The categories of evidence, as the configuration names them. */
export function evidenceCategories(): readonly EvidenceCategory[] {
  return forms().evidence.categories;
}
