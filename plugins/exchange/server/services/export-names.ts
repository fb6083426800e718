import type { HouseholdRow } from '@anju/domain/contracts';
import type { Knex } from 'knex';
import type { Names } from '../exports/household-table';
import { optionLabels } from '../queries/option-labels';
import { regionNames } from '../queries/region-names';

const PART_LENGTHS = [4, 6, 9, 12];

/** Names of regions and options for an export, read when they are first met: at most as many as the node has regions. */
export class ExportNames implements Names {
  readonly #regions = new Map<string, string>();

  private constructor(readonly appraisals: ReadonlyMap<string, string>) {}

  static async load(db: Knex): Promise<ExportNames> {
    return new ExportNames(await optionLabels(db, 'appraisalResult'));
  }

  readonly region = (code: string): string => this.#regions.get(code) ?? code;
  readonly appraisal = (key: string): string => this.appraisals.get(key) ?? key;

  /** Reads the names that these rows need and that are not known yet. */
  async learn(db: Knex, rows: readonly HouseholdRow[]): Promise<void> {
    const parts = rows.flatMap(({ regionCode }) => PART_LENGTHS.map((length) => regionCode.slice(0, length)));
    const unknown = [...new Set(parts)].filter((code) => !this.#regions.has(code));
    if (unknown.length === 0) return;
    for (const [code, name] of await regionNames(db, unknown)) this.#regions.set(code, name);
  }
}
