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
 * What a filter asks of any one person of a household; undefined when it names none.
 * Inside a county a name matches anywhere, over a wider region from its beginning, so that an index serves it.
 */
export function personCondition(filter: HouseholdFilter, reach: 'county' | 'wider'): PersonCondition | undefined {
  const conditions: PersonCondition[] = [];
  if (filter.personName !== undefined) conditions.push(named(filter.personName, reach));
  if (filter.idNumber !== undefined) conditions.push(numbered(filter.idNumber));
  if (conditions.length === 0) return undefined;
  return {
    sql: conditions.map(({ sql }) => sql).join(' and '),
    bindings: conditions.flatMap(({ bindings }) => bindings),
  };
}

function named(name: string, reach: 'county' | 'wider'): PersonCondition {
  if (reach === 'county') return { sql: 'position(? in m.name) > 0', bindings: [name] };
  return { sql: `m.name collate "C" >= ? and m.name collate "C" < ?`, bindings: [name, name + LAST_CHARACTER] };
}

function numbered(idNumber: string): PersonCondition {
  const key = idKey(idNumber);
  if (key === null) return { sql: 'm.id_key is null and m.registry_id_number = ?', bindings: [idNumber] };
  return { sql: '(m.id_key = ? or m.replaced_id_key = ?)', bindings: [key, key] };
}
