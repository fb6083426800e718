/** The rows with one of them at another place. */
export function moved<Row>(rows: readonly Row[], from: number, to: number): readonly Row[] {
  const rest = rows.filter((_row, index) => index !== from);
  return [...rest.slice(0, to), ...rows.slice(from, from + 1), ...rest.slice(to)];
}
