import { BadInput } from '@anju/kit';
import type { WarningCursor } from '../queries/warning-rows';

/** The cursor that names a row: the next page begins behind it. */
export function writeCursor({ regionCode, id }: WarningCursor): string {
  return `${regionCode}.${id}`;
}

/** Reads a cursor; throws BadInput for anything else. */
export function readCursor(text: string): WarningCursor {
  const parts = /^(\d{2,12})\.(\d{1,9})$/.exec(text);
  if (!parts) throw new BadInput({ after: '翻页标记不正确' });
  return { regionCode: parts[1] ?? '', id: Number(parts[2]) };
}
