import type { FormChange, FormDefinition, FormField } from '@anju/domain/contracts';
import { requestDb, RuleBroken } from '@anju/kit';
import { lockConfiguration } from '../queries/configuration-change';
import { checkSeen, publishDocument, standingForm } from './documents';
import { formWords } from './form-words';

/** The document asks for them of every record, and the database keeps none without them. */
const ALWAYS_REQUIRED: readonly string[] = ['entryPerson', 'entryDate'];

/** Publishes which fields of one part of the form are required, their help and the part's guide. */
export async function changeForm(sent: FormChange): Promise<{ version: number; safeguard: FormDefinition }> {
  await lockConfiguration(requestDb());
  const form = await standingForm();
  checkSeen(form, sent.version);
  const change = (fields: readonly FormField[]) => changedFields(fields, sent);
  const { common, kinds } = form.value;
  const guideOf = (guide: string | undefined) => (sent.guide === undefined ? guide : (sent.guide ?? undefined));
  const after: FormDefinition = {
    ...form.value,
    common: sent.part === 'common' ? change(common) : common,
    kinds: kinds.map((entry) =>
      entry.kind === sent.part ? { ...entry, guide: guideOf(entry.guide), fields: change(entry.fields) } : entry,
    ),
  };
  const summary = formWords(form.value, after).join('；');
  if (summary === '') return { version: form.version, safeguard: form.value };
  const version = await publishDocument({
    name: 'form',
    action: 'form',
    summary,
    reason: sent.reason ?? null,
    before: form.value,
    after,
  });
  return { version, safeguard: after };
}

function changedFields(fields: readonly FormField[], { fields: sent }: FormChange): FormField[] {
  const unknown = sent.filter(({ name }) => !fields.some((field) => field.name === name));
  if (unknown.length > 0)
    throw new RuleBroken(Object.fromEntries(unknown.map(({ name }) => [name, '表单中没有这一栏'])));
  return fields.map((field) => {
    const change = sent.find(({ name }) => name === field.name);
    if (!change) return field;
    const after = { ...field, required: change.required ?? field.required };
    if (change.help !== undefined) {
      delete after.help;
      if (change.help !== null) after.help = change.help;
    }
    checkField(after);
    return after;
  });
}

function checkField({ name, label, type, required, noteOf }: FormField): void {
  if (ALWAYS_REQUIRED.includes(name) && !required) throw new RuleBroken({ [name]: `${label}不能改为选填` });
  if (required && type === 'tick') throw new RuleBroken({ [name]: `“${label}”是勾选项，不能设为必填` });
  if (required && noteOf !== undefined)
    throw new RuleBroken({ [name]: `${label}由选项的“须填说明”决定，不能单独设为必填` });
}
