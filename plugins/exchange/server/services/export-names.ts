import type { Knex } from 'knex';
import type { Names } from '../exports/region-columns';
import { optionLabels } from '../queries/option-labels';
import { regionNames } from '../queries/region-names';

const PART_LENGTHS = [4, 6, 9, 12];

/** Names of regions and options for an export, read when they are first met: at most as many as the node has regions. */
export class ExportNames implements Names {
  readonly #regions = new Map<string, string>();

  private constructor(readonly options: ReadonlyMap<string, string>) {}

  static async load(db: Knex): Promise<ExportNames> {
    return new ExportNames(await optionLabels(db));
  }

  readonly region = (code: string): string => this.#regions.get(code) ?? code;
  readonly option = (listKey: string, key: string | null): string | null =>
    key === null ? null : (this.options.get(`${listKey}/${key}`) ?? key);

  /** Reads the names of these regions and those above them that are not known yet. */
  async learn(db: Knex, regionCodes: readonly string[]): Promise<void> {
    const parts = regionCodes.flatMap((regionCode) => PART_LENGTHS.map((length) => regionCode.slice(0, length)));
    const unknown = [...new Set(parts)].filter((code) => !this.#regions.has(code));
    if (unknown.length === 0) return;
    for (const [code, name] of await regionNames(db, unknown)) this.#regions.set(code, name);
  }
}
