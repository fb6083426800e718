import { isDeepStrictEqual } from 'node:util';
import {
  type StandingWarningRules,
  warningFinding,
  type WarningRuleEffect,
  type WarningRules,
  type WarningRulesChange,
  type WarningRuleSetting,
} from '@anju/domain/contracts';
import {
  settingFaults,
  WARNED_PEOPLE_LABELS,
  WARNING_CHECKS,
  WARNING_KIND_LABELS,
  WARNING_SEVERITY_LABELS,
  warningSentence,
} from '@anju/domain';
import { hasDuty, requestDb, RuleBroken } from '@anju/kit';
import { lockConfiguration } from '../queries/configuration-change';
import { effectExamples, warningRuleEffect } from '../queries/warning-rule-effect';
import { checkReach } from './configurator';
import { checkSeen, publishDocument, standingRules } from './documents';

const MOST_EXAMPLES = 20;

/** How the rules are set now. */
export async function warningRulesInForce(): Promise<StandingWarningRules> {
  const { value, version } = await standingRules();
  return { version, rules: value.rules, fullRun: value.fullRun };
}

/** Counts what a setting would do, without changing anything; who also supervises sees the first warnings themselves. */
export async function previewWarningRule(setting: WarningRuleSetting): Promise<WarningRuleEffect> {
  checkReach(null);
  checkSetting(setting);
  const counties = await warningRuleEffect(requestDb(), setting);
  const sum = (of: 'appear' | 'vanish') => counties.reduce((total, county) => total + county[of], 0);
  const examples = hasDuty('supervise') ? await examplesOf(setting.kind) : null;
  return { appear: sum('appear'), vanish: sum('vanish'), counties, examples };
}

async function examplesOf(kind: WarningRuleSetting['kind']): Promise<NonNullable<WarningRuleEffect['examples']>> {
  const examples = await effectExamples(requestDb(), MOST_EXAMPLES);
  return examples.map(({ explanation, ...example }) => ({
    ...example,
    message: warningSentence(warningFinding.parse({ kind, explanation })),
  }));
}

/** Publishes how a rule is set, or when all of them run; the database brings the warnings up to date in the same transaction. */
export async function changeWarningRules(sent: WarningRulesChange): Promise<StandingWarningRules> {
  await lockConfiguration(requestDb());
  const standing = await standingRules();
  checkSeen(standing, sent.version);
  const { rule, fullRun } = sent;
  if (rule) checkSetting(rule);
  const after: WarningRules = {
    ...standing.value,
    rules: standing.value.rules.map((one) => (rule && one.kind === rule.kind ? withoutRepeats(rule) : one)),
    fullRun: fullRun ?? standing.value.fullRun,
  };
  const words = warningRulesWords(standing.value, after);
  if (words.length > 0)
    await publishDocument({
      name: 'warnings',
      action: 'warnings',
      summary: words.join('；'),
      reason: sent.reason ?? null,
      before: standing.value,
      after,
    });
  return warningRulesInForce();
}

function checkSetting(setting: WarningRuleSetting): void {
  const faults = settingFaults(setting);
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults);
}

function withoutRepeats(rule: WarningRuleSetting): WarningRuleSetting {
  return { ...rule, off: [...new Set(rule.off)].sort() };
}

/** What differs between two settings of the rules, in words. */
export function warningRulesWords(before: WarningRules, after: WarningRules): string[] {
  const rules = after.rules.flatMap((rule) => {
    const old = before.rules.find(({ kind }) => kind === rule.kind);
    return old && !isDeepStrictEqual(old, rule) ? [ruleWords(old, rule)] : [];
  });
  const { enabled, hour } = after.fullRun;
  if (isDeepStrictEqual(before.fullRun, after.fullRun)) return rules;
  return [...rules, enabled ? `每日 ${hour} 时全量核对` : '停用定时全量核对'];
}

function ruleWords(before: WarningRuleSetting, after: WarningRuleSetting): string {
  const names = WARNING_CHECKS[after.kind];
  const named = (checks: readonly string[]) => checks.map((check) => `“${names[check] ?? check}”`).join('');
  const stopped = after.off.filter((check) => !before.off.includes(check));
  const resumed = before.off.filter((check) => !after.off.includes(check));
  const words = [
    before.enabled !== after.enabled && (after.enabled ? '启用' : '停用'),
    before.severity !== after.severity && `严重程度改为${WARNING_SEVERITY_LABELS[after.severity]}`,
    before.people !== after.people && `涉及人员改为${WARNED_PEOPLE_LABELS[after.people]}`,
    stopped.length > 0 && `停用检查${named(stopped)}`,
    resumed.length > 0 && `启用检查${named(resumed)}`,
  ].filter((word) => word !== false);
  return `${WARNING_KIND_LABELS[after.kind]}：${words.join('、')}`;
}
