import { isDeepStrictEqual } from 'node:util';
import { SAFEGUARD_KIND_LABELS } from '@anju/domain';
import type { FormDefinition, FormField } from '@anju/domain/contracts';

/** What differs between two forms, in words: one sentence a part. */
export function formWords(before: FormDefinition, after: FormDefinition): readonly string[] {
  return [
    partWords('人员与日期', fieldWords(before.common, after.common)),
    ...after.kinds.map(({ kind, guide, fields }) => {
      const old = before.kinds.find((entry) => entry.kind === kind);
      const guided = old?.guide === guide ? [] : ['修改填写指引'];
      return partWords(SAFEGUARD_KIND_LABELS[kind], [...fieldWords(old?.fields ?? [], fields), ...guided]);
    }),
  ].flat();
}

function partWords(part: string, words: readonly string[]): readonly string[] {
  return words.length === 0 ? [] : [`${part}：${words.join('、')}`];
}

function fieldWords(before: readonly FormField[], after: readonly FormField[]): readonly string[] {
  const gone = before.filter(({ name }) => !after.some((field) => field.name === name));
  return [
    ...gone.map(({ label }) => `去掉“${label}”`),
    ...after.flatMap((field) => {
      const old = before.find(({ name }) => name === field.name);
      return old ? changedFieldWords(old, field) : [`增加“${field.label}”`];
    }),
  ];
}

function changedFieldWords(before: FormField, after: FormField): readonly string[] {
  const { required, help, ...rest } = after;
  const words = [
    before.required !== required && `“${after.label}”改为${required ? '必填' : '选填'}`,
    before.help !== help && `修改“${after.label}”的帮助文字`,
    !isDeepStrictEqual(
      { ...before, required: undefined, help: undefined },
      { ...rest, required: undefined, help: undefined },
    ) && `修改“${after.label}”的设置`,
  ];
  return words.filter((word) => word !== false);
}
