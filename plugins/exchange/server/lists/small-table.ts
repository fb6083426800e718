import { BadInput } from '@anju/kit';
import { listRows } from './list-rows';
import { ListRefused } from './list-refused';

/** The rows of a small XLSX or CSV file as trimmed texts, each with its number; throws BadInput for a larger or unreadable one. */
export async function readSmallTable(
  path: string,
  mostRows: number,
): Promise<readonly { readonly number: number; readonly cells: readonly string[] }[]> {
  const rows: { number: number; cells: string[] }[] = [];
  try {
    for await (const { number, cells } of listRows(path)) {
      if (rows.length === mostRows) throw new ListRefused(`表格超过 ${mostRows} 行，请分成几份`);
      rows.push({ number, cells: cells.map((cell) => (cell === null ? '' : String(cell).trim())) });
    }
  } catch (error) {
    if (error instanceof ListRefused) throw new BadInput({ file: error.message }, error.message);
    throw error;
  }
  return rows;
}
