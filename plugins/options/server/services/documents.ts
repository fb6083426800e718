import { isDeepStrictEqual } from 'node:util';
import {
  type EvidenceConfig,
  evidenceConfig,
  type FormDefinition,
  formDefinition,
  type WarningRules,
  warningRules,
  type z,
} from '@anju/domain/contracts';
import { parse, requestActor, requestDb, RuleBroken, StaleVersion } from '@anju/kit';
import { insertChange, type KeptChange } from '../queries/configuration-change';
import {
  DOCUMENT_NAMES,
  type DocumentName,
  documentChange,
  documentValue,
  writeDocument,
} from '../queries/configuration-document';
import { checkReach } from './configurator';

const CONTRACTS = { form: formDefinition, evidence: evidenceConfig, warnings: warningRules } as const;

/** A document as it stands, and the change that published it. */
export interface StandingDocument<Value> {
  readonly value: Value;
  readonly version: number;
}

export function standingForm(): Promise<StandingDocument<FormDefinition>> {
  return standing('form', CONTRACTS.form);
}

export function standingEvidence(): Promise<StandingDocument<EvidenceConfig>> {
  return standing('evidence', CONTRACTS.evidence);
}

export function standingRules(): Promise<StandingDocument<WarningRules>> {
  return standing('warnings', CONTRACTS.warnings);
}

/** What is published of a document. */
export interface Publication {
  readonly name: DocumentName;
  readonly action: string;
  readonly summary: string;
  readonly reason: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly undoes?: number;
}

/** Publishes a document in the signed-in configurator's name and answers the change's number. */
export async function publishDocument({ name, ...publication }: Publication): Promise<number> {
  checkReach(null);
  const { id, name: actor } = requestActor();
  const change = await insertChange(requestDb(), { ...publication, actor: { id, name: actor }, subject: name });
  await writeDocument(requestDb(), name, publication.after, change);
  return change;
}

/** Refuses a change made on another state of the document than the one that stands. */
export function checkSeen<Value>(document: StandingDocument<Value>, version: number): void {
  if (document.version !== version)
    throw new StaleVersion({ version: document.version }, '配置已被他人修改，请刷新页面，核对最新内容后再改');
}

/** Takes a change of a document back, as long as the document stands as it left it. */
export async function undoDocument(change: KeptChange, reason: string | null): Promise<number> {
  const name = DOCUMENT_NAMES.find((known) => known === change.subject);
  if (name === undefined) throw new Error(`There is no document ${change.subject}`);
  if (!isDeepStrictEqual(await documentValue(requestDb(), name), change.after))
    throw new RuleBroken({}, '之后又有更改，请先撤销后面的更改');
  return publishDocument({
    name,
    action: 'undo',
    summary: `撤销：${change.summary}`,
    reason,
    before: change.after,
    after: change.before,
    undoes: change.id,
  });
}

async function standing<Contract extends z.ZodType>(
  name: DocumentName,
  contract: Contract,
): Promise<StandingDocument<z.output<Contract>>> {
  const value = parse(contract, await documentValue(requestDb(), name), `${name}:`);
  return { value, version: await documentChange(requestDb(), name) };
}
