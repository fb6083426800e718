import type { RenovationDetail } from '@anju/domain/contracts';

/** A person of an archive as typed. */
export interface TypedPerson {
  readonly name: string;
  readonly relationToHead: string;
  readonly idNumber: string;
}

export const NOBODY: TypedPerson = { name: '', relationToHead: '', idNumber: '' };

/** The persons of an archive as its form is opened. */
export function typedPersons(archive?: Pick<RenovationDetail, 'members'>): readonly TypedPerson[] {
  return (archive?.members ?? []).map(({ name, relationToHead, idNumber }) => ({
    name,
    relationToHead: relationToHead ?? '',
    idNumber: idNumber ?? '',
  }));
}

/** What is sent of the persons: all of them when any was touched, else nothing. Rows without a word are left out. */
export function personChanges(
  typed: readonly TypedPerson[],
  opened: readonly TypedPerson[],
): { readonly members?: readonly object[] } {
  const filled = typed.filter((person) => Object.values(person).some((text: string) => text.trim() !== ''));
  if (JSON.stringify(filled) === JSON.stringify(opened)) return {};
  const orNull = (text: string) => text.trim() || null;
  return {
    members: filled.map(({ name, relationToHead, idNumber }) => ({
      name,
      relationToHead: orNull(relationToHead),
      idNumber: orNull(idNumber),
    })),
  };
}
