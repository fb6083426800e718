import type { RegionColumn } from './region-columns';

/** A region as the directory needs it. */
export interface NamedRegion {
  readonly code: string;
  readonly name: string;
  /** The code that took its place when it was retired; absent: it is in force, '': nobody says which. */
  readonly mergedInto?: string;
}

/** How a row names its region; blank is an empty text. */
export interface RegionWords {
  readonly code: string;
  readonly county: string;
  readonly township: string;
  readonly village: string;
}

export type FoundRegion = { readonly code: string } | { readonly field: RegionColumn; readonly message: string };

const PROVINCE_LENGTH = 2;
const COUNTY_LENGTH = 6;
const TOWNSHIP_LENGTH = 9;
const VILLAGE_LENGTH = 12;
const VILLAGE_ENDINGS = /(村民委员会|居民委员会|村委会|居委会|委员会)$/;

/** Mergers of mergers, and no circle of them. */
const MOST_MERGERS = 5;

/**
 * Finds regions by code or, inside a county, by name: township names are unique inside a county only. A code or name that was retired
 * leads to what took its place.
 */
export class RegionDirectory {
  readonly #codes: ReadonlySet<string>;
  readonly #mergers = new Map<string, string>();
  readonly #counties = new Map<string, readonly string[]>();
  readonly #below = new Map<string, string>();

  /** `within` is the region of the import: its county need not be named. */
  constructor(
    regions: readonly NamedRegion[],
    readonly within: string,
  ) {
    const inForce = regions.filter(({ mergedInto }) => mergedInto === undefined);
    this.#codes = new Set(inForce.map(({ code }) => code));
    for (const { code, mergedInto } of regions) if (mergedInto) this.#mergers.set(code, mergedInto);
    for (const region of inForce) this.#name(region, region.code);
    // A name in force goes before the same name of something retired.
    for (const region of regions) {
      const code = region.mergedInto === undefined ? undefined : this.#successor(region.code);
      if (code !== undefined && !this.#isNamed(region)) this.#name(region, code);
    }
  }

  #name({ code, name }: NamedRegion, target: string): void {
    if (code.length === COUNTY_LENGTH) this.#counties.set(name, [...(this.#counties.get(name) ?? []), target]);
    else if (code.length >= TOWNSHIP_LENGTH) this.#below.set(placeName(code, name), target);
  }

  #isNamed({ code, name }: NamedRegion): boolean {
    return code.length === COUNTY_LENGTH ? this.#counties.has(name) : this.#below.has(placeName(code, name));
  }

  /** What took the place of a retired code; of a village that nobody merged, what took its township's. */
  #successor(retired: string): string | undefined {
    let code = retired;
    for (let step = 0; step < MOST_MERGERS; step += 1) {
      const next = this.#mergers.get(code) ?? this.#successorOfTownship(code);
      if (next === undefined) return undefined;
      if (this.#codes.has(next)) return next;
      code = next;
    }
    return undefined;
  }

  #successorOfTownship(code: string): string | undefined {
    return code.length === VILLAGE_LENGTH ? this.#mergers.get(code.slice(0, TOWNSHIP_LENGTH)) : undefined;
  }

  find(words: RegionWords): FoundRegion {
    return words.code === '' ? this.#byNames(words) : this.#byCode(words.code);
  }

  #byCode(text: string): FoundRegion {
    if (!/^\d+$/.test(text)) return { field: 'regionCode', message: '行政区划代码应为数字' };
    const code = text.length === VILLAGE_LENGTH && text.endsWith('000') ? text.slice(0, TOWNSHIP_LENGTH) : text;
    if (code.length !== VILLAGE_LENGTH && code.length !== TOWNSHIP_LENGTH) {
      return { field: 'regionCode', message: '行政区划代码应为 12 位的村代码或 9 位的乡镇代码' };
    }
    if (this.#codes.has(code)) return { code };
    const successor = this.#successor(code);
    if (successor !== undefined) return this.#placed(successor);
    if (!code.startsWith(this.within.slice(0, PROVINCE_LENGTH)))
      return { field: 'regionCode', message: '不在本省范围' };
    return { field: 'regionCode', message: `没有行政区划代码 ${text}` };
  }

  /** A township that was merged into a county as a whole leaves the place open. */
  #placed(code: string): FoundRegion {
    if (code.length >= TOWNSHIP_LENGTH) return { code };
    return { field: 'regionCode', message: '该行政区划已撤并，请改填现行的行政区划代码' };
  }

  #byNames({ county, township, village }: RegionWords): FoundRegion {
    const countyCode = this.#county(county);
    if (typeof countyCode !== 'string') return countyCode;
    if (township === '') return { field: 'township', message: '没有填写乡镇' };
    const townshipCode = this.#below.get(`${countyCode}/${township}`);
    if (townshipCode === undefined) return { field: 'township', message: `本县没有乡镇“${township}”` };
    if (village === '' || townshipCode.length === VILLAGE_LENGTH) return this.#placed(townshipCode);
    const villageCode = this.#below.get(`${townshipCode}/${villageName(village)}`);
    if (villageCode === undefined) return { field: 'village', message: `${township}没有村“${village}”` };
    return { code: villageCode };
  }

  #county(name: string): string | { readonly field: RegionColumn; readonly message: string } {
    if (name === '') {
      if (this.within.length >= COUNTY_LENGTH) return this.within.slice(0, COUNTY_LENGTH);
      return { field: 'county', message: '没有填写县' };
    }
    const codes = this.#counties.get(name) ?? [];
    const [code] = codes;
    if (code === undefined) return { field: 'county', message: `没有县“${name}”` };
    if (codes.length > 1) return { field: 'county', message: `“${name}”不止一个，请改填行政区划代码` };
    return code;
  }
}

/** A township inside its county, a village inside its township. */
function placeName(code: string, name: string): string {
  return code.length === TOWNSHIP_LENGTH
    ? `${code.slice(0, COUNTY_LENGTH)}/${name}`
    : `${code.slice(0, TOWNSHIP_LENGTH)}/${villageName(name)}`;
}

/** Lists write 城墙脚村 where the statistical codes write 城墙脚村村民委员会. */
function villageName(name: string): string {
  const plain = name.replace(VILLAGE_ENDINGS, '');
  return plain === '' ? name : plain;
}
