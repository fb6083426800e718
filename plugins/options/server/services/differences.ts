/** Where two documents differ, a line each: the path by the keys of its entries, old → new. */
export function differences(before: unknown, after: unknown, at = ''): readonly string[] {
  if (isNamedList(before) && isNamedList(after)) return differencesOfLists(before, after, at);
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => differences(before[key], after[key], at === '' ? key : `${at}.${key}`));
  }
  const [old, next] = [JSON.stringify(before), JSON.stringify(after)];
  if (old === next) return [];
  if (before === undefined) return [`新增 ${at}：${next}`];
  if (after === undefined) return [`删除 ${at}：${old}`];
  return [`${at}：${old} → ${next}`];
}

type Entry = Readonly<Record<string, unknown>>;

function differencesOfLists(before: readonly Entry[], after: readonly Entry[], at: string): readonly string[] {
  const names = new Set([...before, ...after].map(nameOf));
  const lines = [...names].flatMap((name) =>
    differences(
      before.find((entry) => nameOf(entry) === name),
      after.find((entry) => nameOf(entry) === name),
      at === '' ? name : `${at}.${name}`,
    ),
  );
  const moved =
    before.length === after.length && before.some((entry, index) => nameOf(entry) !== nameOf(after[index] ?? {}));
  return lines.length === 0 && moved ? [`${at}：顺序改变`] : lines;
}

/** Entries of a list are told apart by their key, name or kind. */
function nameOf(entry: Entry): string {
  const name = entry.key ?? entry.name ?? entry.kind;
  return typeof name === 'string' ? name : '';
}

function isNamedList(value: unknown): value is readonly Entry[] {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => isRecord(entry) && nameOf(entry) !== '');
}

function isRecord(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
