import type { ImportKind } from '@anju/domain';
import type { ImportExample } from '@anju/domain/contracts';
import type { Client } from 'pg';
import type { HeaderReader, SavedMapping } from '../lists/list-header';
import type { ListWatch } from '../lists/list-watch';
import type { RegionDirectory } from '../lists/region-directory';
import type { RefusedListRow } from '../queries/refused-rows';
import type { ListCounts } from '../queries/staged-list-counts';

/** What the rows of a list are read by. */
export interface Reading {
  readonly client: Client;
  readonly file: string;
  /** What people have said that titles are. */
  readonly mapping: SavedMapping;
  readonly regions: RegionDirectory;
  readonly watch: ListWatch;
}

/**
 * One kind of list: how its rows come into temporary tables of the import's transaction, are judged, laid beside the register,
 * counted and written. The steps run in this order; each leaves `pg_temp.staged_row (row, …)` and
 * `pg_temp.staged_error (row, field, message)` as the others know them.
 */
export interface ListKind<Counts extends ListCounts = ListCounts> {
  readonly kind: ImportKind;
  /** How its header is recognised; of a workbook that the form makes, by the form as it stands. */
  header(client: Client): Promise<HeaderReader>;
  stage(reading: Reading): Promise<void>;
  judge(client: Client): Promise<void>;
  /** Of a part of a list nothing can be told of what it does not name. */
  compare(client: Client, extent: 'whole' | 'part'): Promise<void>;
  counts(client: Client): Promise<Counts>;
  /** How many rows of the register a commit would say anything of. */
  acceptable(counts: Counts): number;
  examples(client: Client): Promise<readonly ImportExample[]>;
  /** The rows that a commit leaves out, in the order of the file. */
  refusedRows(client: Client, limit: number): Promise<readonly RefusedListRow[]>;
  /** SQL of an array: the counties that the list speaks for. */
  readonly counties: string;
  /** Writes; tells before each statement which share (0–1) is done. */
  take(client: Client, batchId: number, onShare: (share: number) => void): Promise<void>;
}
