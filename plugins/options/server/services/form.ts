import {
  type EvidenceCategory,
  evidenceConfig,
  type FormsAnswer,
  formDefinition,
  warningRules,
} from '@anju/domain/contracts';
import { idCardSettings, parse, readConfig, registerToday, requestDb } from '@anju/kit';
import type { Knex } from 'knex';
import { configurationVersion } from '../queries/configuration-change';
import { seedDocument } from '../queries/configuration-document';
import { standingEvidence, standingForm } from './documents';

/** What config/ ships: the first documents of an empty database, and the identity-number settings. */
export function shippedForms() {
  return {
    safeguard: parse(formDefinition, readConfig('forms', 'safeguard.json'), 'forms/safeguard.json:'),
    evidence: parse(evidenceConfig, readConfig('evidence.json'), 'evidence.json:'),
    warnings: parse(warningRules, readConfig('warnings.json'), 'warnings.json:'),
    idCard: idCardSettings(),
  };
}

let idCard: FormsAnswer['idCard'] | undefined;

/** The recognition form with everything it is built from, as the configurators keep it; today is the moment's. */
export async function forms(): Promise<FormsAnswer> {
  const [form, evidence] = [await standingForm(), await standingEvidence()];
  idCard ??= shippedForms().idCard;
  return {
    safeguard: form.value,
    evidence: evidence.value,
    idCard,
    version: await configurationVersion(requestDb()),
    formVersion: form.version,
    evidenceVersion: evidence.version,
    today: registerToday(),
  };
}

/** The categories of evidence, as the configurators name them. */
export async function evidenceCategories(): Promise<readonly EvidenceCategory[]> {
  return (await standingEvidence()).value.categories;
}

/** Brings the shipped documents into a database in which nobody has published others. */
export async function seedDocuments(db: Knex): Promise<void> {
  const { safeguard, evidence, warnings } = shippedForms();
  await seedDocument(db, 'form', safeguard);
  await seedDocument(db, 'evidence', evidence);
  await seedDocument(db, 'warnings', warnings);
}
