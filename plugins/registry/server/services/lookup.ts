import { idKey } from '@anju/domain';
import type { LookupAnswer } from '@anju/domain/contracts';
import { requestDb } from '@anju/kit';
import { householdRowsById } from '../queries/household-rows';
import { type KeyedPerson, personsByIdKey } from '../queries/persons-by-id-key';
import { toHouseholdRow } from './household-row';

/** Which of these numbers belong to a person in the signed-in person's region, on the list or beside it. */
export async function lookUpNumbers(idNumbers: readonly string[]): Promise<LookupAnswer> {
  const keys = idNumbers.flatMap((idNumber) => idKey(idNumber) ?? []);
  const persons = keys.length === 0 ? [] : await personsByIdKey(requestDb(), keys);
  const rows = await householdRowsById(requestDb(), [...new Set(persons.map((person) => person.household_id))]);
  const households = new Map(rows.map((row) => [row.id, toHouseholdRow(row)]));
  const byKey = groupByKey(persons);
  const matches = idNumbers.flatMap((idNumber) =>
    (byKey.get(idKey(idNumber) ?? '') ?? []).flatMap(({ household_id, name }) => {
      const household = households.get(household_id);
      return household ? [{ idNumber, personName: name, household }] : [];
    }),
  );
  const matched = new Set(matches.map(({ idNumber }) => idNumber));
  return {
    found: matches.filter(({ household }) => household.source === 'registry'),
    offList: matches.filter(({ household }) => household.source === 'offList'),
    notFound: idNumbers.filter((idNumber) => !matched.has(idNumber)),
  };
}

function groupByKey(persons: readonly KeyedPerson[]): ReadonlyMap<string, readonly KeyedPerson[]> {
  const groups = new Map<string, KeyedPerson[]>();
  for (const person of persons) {
    for (const key of new Set([person.id_key, person.replaced_id_key])) {
      if (key !== null) groups.set(key, [...(groups.get(key) ?? []), person]);
    }
  }
  return groups;
}
