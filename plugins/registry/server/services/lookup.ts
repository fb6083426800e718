import { idKey } from '@anju/domain';
import type { LookupAnswer } from '@anju/domain/contracts';
import { requestDb } from '@anju/kit';
import { householdRowsById } from '../queries/household-rows';
import { type KeyedPerson, personsByNumber } from '../queries/persons-by-number';
import { toHouseholdRow } from './household-row';

/** Which of these numbers belong to a person in the signed-in person's region, on the list or beside it. */
export async function lookUpNumbers(idNumbers: readonly string[]): Promise<LookupAnswer> {
  const keys = idNumbers.flatMap((idNumber) => idKey(idNumber) ?? []);
  const unkeyed = idNumbers.filter((idNumber) => idKey(idNumber) === null);
  const persons = await personsByNumber(requestDb(), { keys, unkeyed });
  const rows = await householdRowsById(requestDb(), [...new Set(persons.map((person) => person.household_id))]);
  const households = new Map(rows.map((row) => [row.id, toHouseholdRow(row)]));
  const byNumber = groupByNumber(persons);
  const matches = idNumbers.flatMap((idNumber) =>
    (byNumber.get(idKey(idNumber) ?? idNumber) ?? []).flatMap(({ household_id, name }) => {
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

function groupByNumber(persons: readonly KeyedPerson[]): ReadonlyMap<string, readonly KeyedPerson[]> {
  const groups = new Map<string, KeyedPerson[]>();
  for (const person of persons) {
    for (const key of new Set([person.id_key, person.replaced_id_key, person.unkeyed_number])) {
      if (key !== null) groups.set(key, [...(groups.get(key) ?? []), person]);
    }
  }
  return groups;
}
