interface SentQuery {
  readonly sql?: string;
  readonly bindings?: readonly unknown[];
  options?: Readonly<Record<string, unknown>>;
}

const MOST_NAMED = 400;
const MOST_REMEMBERED = 4_000;
/** A text that comes so often is worth a named statement; one with a list of ids in it hardly ever comes again. */
const COMES_BACK = 3;

const names = new Map<string, string>();
const seen = new Map<string, number>();

/**
 * Gives a statement that comes again and again a name, so that each connection parses and plans it once: planning
 * a record took three times as long as reading it. PostgreSQL keeps making plans for the values themselves where a general
 * plan would be dearer (docs/decisions/0009).
 */
export function nameStatement(query: SentQuery): void {
  const name = statementName(query);
  if (name !== undefined) query.options = { ...query.options, name };
}

function statementName({ sql, bindings }: SentQuery): string | undefined {
  if (sql === undefined || bindings === undefined || bindings.length === 0) return undefined;
  const known = names.get(sql);
  if (known !== undefined || names.size >= MOST_NAMED) return known;
  const times = (seen.get(sql) ?? 0) + 1;
  if (times < COMES_BACK) {
    if (seen.size >= MOST_REMEMBERED) seen.clear();
    seen.set(sql, times);
    return undefined;
  }
  seen.delete(sql);
  const name = `anju_${names.size}`;
  names.set(sql, name);
  return name;
}
