import { isDeepStrictEqual } from 'node:util';
import type {
  ConfigurationRestore,
  ConfigurationRestored,
  EvidenceConfig,
  OptionRow,
  WarningRuleSetting,
} from '@anju/domain/contracts';
import { NotFound, requestDb, StaleVersion } from '@anju/kit';
import { lastChangeOf, lockConfiguration } from '../queries/configuration-change';
import { optionsOfList } from '../queries/option-rows';
import { updateOption } from '../queries/write-option';
import { changeWords, orderWords } from './change-words';
import { checkReach } from './configurator';
import { configuredLists, configuredValues } from './configured-options';
import { publishDocument, standingEvidence, standingForm, standingRules } from './documents';
import { effectOf } from './evidence-change';
import { evidenceWords } from './evidence-words';
import { shippedForms } from './form';
import { formWords } from './form-words';
import { publishOptions } from './publish';
import { previewWarningRule, warningRulesWords } from './warning-rule-change';
import { withoutSchema } from './without-schema';

/** What stands between a subject and the shipped one: in words, and how to take it away as one change. */
interface Restoration {
  readonly words: readonly string[];
  /** The evidence as it would be, whose effect on households is counted. */
  readonly evidence?: EvidenceConfig;
  /** The rules that would be set otherwise, whose effect on warnings is counted. */
  readonly rules?: readonly WarningRuleSetting[];
  readonly publish: (reason: string | null) => Promise<unknown>;
}

/** Brings a list, the form or the evidence back to what was shipped, as one change; as a preview it only says what that is. */
export async function restoreDefault(sent: ConfigurationRestore): Promise<ConfigurationRestored> {
  checkReach(null);
  if (!sent.preview) await lockConfiguration(requestDb());
  const version = await lastChangeOf(requestDb(), sent.subject);
  const { words, evidence, rules, publish } = await restorationOf(sent.subject);
  const effect = sent.preview && evidence ? await effectOf(evidence) : null;
  const warnings = sent.preview && rules ? await warningsOf(rules) : null;
  if (sent.preview || words.length === 0)
    return { preview: sent.preview, version, words: [...words], effect, warnings };
  if (sent.version !== version) throw new StaleVersion({ version }, '内容已被他人修改，请重新预览后再恢复默认');
  await publish(sent.reason ?? null);
  const restored = await lastChangeOf(requestDb(), sent.subject);
  return { preview: false, version: restored, words: [...words], effect, warnings };
}

function restorationOf(subject: string): Promise<Restoration> {
  if (subject === 'form') return formRestoration();
  if (subject === 'evidence') return evidenceRestoration();
  if (subject === 'warnings') return rulesRestoration();
  return listRestoration(subject.replace(/^options:/, ''));
}

async function formRestoration(): Promise<Restoration> {
  const { value: before } = await standingForm();
  const after = shippedForms().safeguard;
  const told = formWords(before, after);
  const isSame = told.length === 0 && isDeepStrictEqual(withoutSchema(before), withoutSchema(after));
  const words = told.length > 0 || isSame ? told : ['恢复栏目的顺序'];
  return { words, publish: (reason) => restoreDocument('form', before, after, reason) };
}

/** Categories that were added stay, since records may hold papers of them; nothing asks for them any more. */
async function evidenceRestoration(): Promise<Restoration> {
  const { value: before } = await standingEvidence();
  const shipped = shippedForms().evidence;
  const evidence = {
    ...shipped,
    categories: [...shipped.categories, ...addedTo(shipped.categories, before.categories)],
    templates: [...shipped.templates, ...addedTo(shipped.templates, before.templates)],
  };
  const words = evidenceWords(before, evidence);
  return { words, evidence, publish: (reason) => restoreDocument('evidence', before, evidence, reason) };
}

async function rulesRestoration(): Promise<Restoration> {
  const { value: before } = await standingRules();
  const after = shippedForms().warnings;
  const words = warningRulesWords(before, after);
  const rules = after.rules.filter(
    (rule) =>
      !isDeepStrictEqual(
        rule,
        before.rules.find(({ kind }) => kind === rule.kind),
      ),
  );
  return { words, rules, publish: (reason) => restoreDocument('warnings', before, after, reason) };
}

async function warningsOf(rules: readonly WarningRuleSetting[]): Promise<ConfigurationRestored['warnings']> {
  let [appear, vanish] = [0, 0];
  for (const rule of rules) {
    const effect = await previewWarningRule(rule);
    appear += effect.appear;
    vanish += effect.vanish;
  }
  return { appear, vanish };
}

function addedTo<Entry extends { readonly key: string }>(
  shipped: readonly Entry[],
  standing: readonly Entry[],
): Entry[] {
  return standing.filter(({ key }) => !shipped.some((entry) => entry.key === key));
}

const DOCUMENT_TITLES = { form: '表单', evidence: '佐证材料', warnings: '预警规则' } as const;

function restoreDocument(name: keyof typeof DOCUMENT_TITLES, before: unknown, after: unknown, reason: string | null) {
  const summary = `${DOCUMENT_TITLES[name]}恢复默认`;
  return publishDocument({ name, action: 'restore', summary, reason, before, after });
}

/** Shipped options get their shipped names, places and dates; added ones are retired and stay with the records that carry them. */
async function listRestoration(listKey: string): Promise<Restoration> {
  const list = configuredLists().find(({ key }) => key === listKey);
  if (!list) throw new NotFound('没有这个选项列表');
  const pairs = (await optionsOfList(requestDb(), listKey)).flatMap((before) => {
    const shipped = list.options.find(({ key }) => key === before.key);
    const after: OptionRow = { ...before, ...(shipped ? configuredValues(shipped) : { enabled: false }) };
    const words = [changeWords(before, after), orderWords(before, after)].filter((word) => word !== undefined);
    return words.length === 0 ? [] : [{ before, after, words }];
  });
  return {
    words: pairs.flatMap(({ words }) => words),
    publish: async (reason) => {
      for (const { after } of pairs) await updateOption(requestDb(), after.id, after);
      await publishOptions(listKey, {
        action: 'restore',
        summary: `“${list.name}”恢复默认`,
        reason,
        before: pairs.map(({ before }) => before),
        after: pairs.map(({ after }) => after),
      });
    },
  };
}
