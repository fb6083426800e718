import { idKey } from '@anju/domain';
import type { HouseholdFilter } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** Above every character: the end of a prefix range. */
const LAST_CHARACTER = '\u{10ffff}';

/** A condition on `members as m`, ready for whereRaw. */
export interface PersonCondition {
  readonly sql: string;
  readonly bindings: readonly Knex.RawBinding[];
}

/**
 * What a filter asks of any one person of a household, as alternatives that each have an index; none when it asks nothing.
 * Inside a county a name matches anywhere, over a wider region from its beginning.
 */
export function personConditions(filter: HouseholdFilter, reach: 'county' | 'wider'): readonly PersonCondition[] {
  const name = filter.personName === undefined ? undefined : named(filter.personName, reach);
  const numbers = filter.idNumber === undefined ? [] : numbered(filter.idNumber);
  if (!name) return numbers;
  return numbers.length === 0 ? [name] : numbers.map((number) => both(number, name));
}

/** The alternatives as one condition. */
export function anyOf(conditions: readonly PersonCondition[]): PersonCondition {
  return {
    sql: `(${conditions.map(({ sql }) => `(${sql})`).join(' or ')})`,
    bindings: conditions.flatMap(({ bindings }) => bindings),
  };
}

function both(first: PersonCondition, second: PersonCondition): PersonCondition {
  return { sql: `${first.sql} and ${second.sql}`, bindings: [...first.bindings, ...second.bindings] };
}

function named(name: string, reach: 'county' | 'wider'): PersonCondition {
  if (reach === 'county') return { sql: 'position(? in m.name) > 0', bindings: [name] };
  return { sql: `m.name collate "C" >= ? and m.name collate "C" < ?`, bindings: [name, name + LAST_CHARACTER] };
}

function numbered(idNumber: string): readonly PersonCondition[] {
  const key = idKey(idNumber);
  if (key === null) return [{ sql: 'm.id_key is null and m.registry_id_number = ?', bindings: [idNumber] }];
  return ['m.id_key = ?', 'm.replaced_id_key = ?'].map((sql) => ({ sql, bindings: [key] }));
}
