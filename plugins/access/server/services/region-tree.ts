import { parentRegion } from '@anju/domain';
import type { KnownRegion } from '../queries/region-changes';

/** The regions as they stand, with what a configurator may not touch. */
export class RegionTree {
  readonly #regions: ReadonlyMap<string, KnownRegion>;
  readonly #children = new Map<string, string[]>();

  /** `own` is the configurator's region: only what lies below it is theirs to change. */
  constructor(
    regions: readonly KnownRegion[],
    readonly own: string,
  ) {
    this.#regions = new Map(regions.map((region) => [region.code, region]));
    for (const { code, merged_into } of regions) {
      const parent = parentRegion(code);
      if (merged_into !== null || parent === undefined) continue;
      this.#children.set(parent, [...(this.#children.get(parent) ?? []), code]);
    }
  }

  allCodes(): readonly string[] {
    return [...this.#regions.keys()];
  }

  /** In force or retired: a code is given once. */
  isTaken(code: string): boolean {
    return this.#regions.has(code);
  }

  isInForce(code: string): boolean {
    return this.#regions.get(code)?.merged_into === null;
  }

  nameOf(code: string): string {
    return this.#regions.get(code)?.name ?? code;
  }

  kindOf(code: string): string {
    return this.#regions.get(code)?.kind ?? '';
  }

  /** Regions in force right below a region, in code order. */
  childrenOf(code: string): readonly string[] {
    return [...(this.#children.get(code) ?? [])].sort();
  }

  /** Why a region cannot take part in a change; undefined when it can. */
  faultOf(code: string): string | undefined {
    const region = this.#regions.get(code);
    if (!region) return `没有行政区划 ${code}`;
    if (region.merged_into !== null)
      return `“${region.name}”（${code}）已停用，并入了“${this.nameOf(region.merged_into)}”（${region.merged_into}）`;
    if (code.startsWith(this.own) && code !== this.own) return undefined;
    return '只能调整本级以下的行政区划';
  }
}
