import type { ArchivePerson } from '@anju/domain/contracts';
import type { ArchiveColumn } from './archive-columns';
import type { RowFields } from './row-fields';

const LONGEST_TEXT = 4000;
const MOST_PERSONS = 50;
const BETWEEN_PERSONS = /[;；、\n]+/;
const BETWEEN_WORDS = /[\s,，/()（）:：]+/;

/** The family in one cell, as JSON: persons divided by 、 or ；, each a name with relation and number behind it; null when there is none. */
export function archivePersons(fields: RowFields<ArchiveColumn>): string | null {
  const text = fields.bounded('members', LONGEST_TEXT);
  const persons = text.split(BETWEEN_PERSONS).flatMap((words) => personOf(words) ?? []);
  if (persons.length === 0) return null;
  if (persons.length <= MOST_PERSONS) return JSON.stringify(persons);
  fields.refuse('members', '家庭成员过多');
  return null;
}

function personOf(words: string): ArchivePerson | undefined {
  const [name, ...others] = words.split(BETWEEN_WORDS).filter((word) => word !== '');
  if (name === undefined) return undefined;
  const idNumber = others.find((word) => /^\d{14,19}[\dXx]?$/.test(word)) ?? null;
  const relationToHead = others.find((word) => word !== idNumber) ?? null;
  return { name: name.slice(0, 50), relationToHead: relationToHead?.slice(0, 20) ?? null, idNumber };
}
