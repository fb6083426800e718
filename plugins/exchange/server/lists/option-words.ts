import { type FormOption, optionsOfField } from '@anju/domain';
import type { FormField } from '@anju/domain/contracts';

/** The option that a word names, by its label as people write it or by its key; undefined when the field offers none such. */
export function keyOfOption(
  word: string,
  field: FormField,
  { options, today }: { readonly options: readonly FormOption[]; readonly today: string },
): string | undefined {
  const offered = optionsOfField(field, options, today);
  const plain = plainWord(word);
  return (
    offered.find(({ label, key }) => plainWord(label) === plain || key === word) ??
    offered.find(({ label }) => plainWord(label) === `${plain}级`)
  )?.key;
}

function plainWord(word: string): string {
  return word
    .normalize('NFKC')
    .replace(/[\s()]/g, '')
    .toUpperCase();
}
