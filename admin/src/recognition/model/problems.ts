import { judgeIdNumber, recordedValues, type IdNumberContext } from '@anju/domain';
import type { FormField, HouseholdRecord } from '@anju/domain/contracts';
import { checkSafeguard, explainIdNumber } from '../../language/domain-words';
import { said } from '../../language/said';
import { t } from '../../language/t';
import { pathOfField, safeguardDraft, type FormRules } from './safeguard-draft';
import { memberKey, type FieldPath, type RecognitionValues } from './values';

export type Problems = ReadonlyMap<FieldPath, string>;

/** What the form's rules refuse, by input, in the order of the screen. */
export function problemsOf(
  values: RecognitionValues,
  record: HouseholdRecord,
  rules: FormRules & { readonly idNumbers: IdNumberContext },
): Problems {
  return new Map([...numberProblems(values, record, rules.idNumbers), ...safeguardProblems(values, rules, record)]);
}

/** What the rules refuse in the recognition itself; nothing while no kind is chosen. */
export function safeguardProblems(
  values: RecognitionValues,
  rules: FormRules,
  record?: Pick<HouseholdRecord, 'safeguard' | 'renovation'>,
): Problems {
  const { kind } = values;
  if (kind === '') return new Map();
  const messages = checkSafeguard(safeguardDraft(kind, values, 0, rules), {
    ...rules,
    ...(record && { recorded: recordedValues(record, kind) }),
  });
  const own = rules.forms.kinds.find((form) => form.kind === kind)?.fields ?? [];
  return new Map(
    [...rules.forms.common, ...own].flatMap((field) => {
      const message = messages[field.name];
      return message ? [[pathOfField(field.name, kind, rules.forms), clearer(field, message)]] : [];
    }),
  );
}

function numberProblems(values: RecognitionValues, record: HouseholdRecord, context: IdNumberContext): Problems {
  const problems = new Map<FieldPath, string>();
  for (const member of record.members) {
    const typed = values.members[memberKey(member)]?.correctedIdNumber.trim();
    const problem = typed ? explainIdNumber(judgeIdNumber(typed, context)) : undefined;
    if (problem) problems.set(`members.${memberKey(member)}.correctedIdNumber`, problem);
  }
  return problems;
}

/** A date that cannot be read also says how to write one. */
function clearer(field: FormField, message: string): string {
  return field.type === 'date' && message.endsWith(said('不是有效日期'))
    ? t('{message}，可写 20200601 或 2020-6-1', { message })
    : message;
}
