import { standingForm } from './documents';

/** Lists whose chosen option can be explained: the form has a note beside them. */
export async function notedLists(): Promise<ReadonlySet<string>> {
  const { value } = await standingForm();
  const noted = value.kinds.flatMap(({ fields }) => {
    const names = new Set(fields.map(({ noteOf }) => noteOf));
    return fields.flatMap(({ name, optionList }) => (optionList !== undefined && names.has(name) ? [optionList] : []));
  });
  return new Set(noted);
}
