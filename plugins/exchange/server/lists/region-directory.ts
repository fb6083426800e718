import type { HouseholdColumn } from './household-columns';

/** A region as the directory needs it. */
export interface NamedRegion {
  readonly code: string;
  readonly name: string;
}

/** How a row names its region; blank is an empty text. */
export interface RegionWords {
  readonly code: string;
  readonly county: string;
  readonly township: string;
  readonly village: string;
}

export type FoundRegion = { readonly code: string } | { readonly field: HouseholdColumn; readonly message: string };

const PROVINCE_LENGTH = 2;
const COUNTY_LENGTH = 6;
const TOWNSHIP_LENGTH = 9;
const VILLAGE_LENGTH = 12;
const VILLAGE_ENDINGS = /(村民委员会|居民委员会|村委会|居委会|委员会)$/;

/** Finds regions by code or, inside a county, by name: township names are unique inside a county only. */
export class RegionDirectory {
  readonly #codes: ReadonlySet<string>;
  readonly #counties: ReadonlyMap<string, readonly string[]>;
  readonly #below = new Map<string, string>();

  /** `within` is the region of the import: its county need not be named. */
  constructor(
    regions: readonly NamedRegion[],
    readonly within: string,
  ) {
    this.#codes = new Set(regions.map((region) => region.code));
    const counties = new Map<string, string[]>();
    for (const { code, name } of regions) {
      if (code.length === COUNTY_LENGTH) counties.set(name, [...(counties.get(name) ?? []), code]);
      if (code.length === TOWNSHIP_LENGTH) this.#below.set(`${code.slice(0, COUNTY_LENGTH)}/${name}`, code);
      if (code.length === VILLAGE_LENGTH)
        this.#below.set(`${code.slice(0, TOWNSHIP_LENGTH)}/${villageName(name)}`, code);
    }
    this.#counties = counties;
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
    if (!code.startsWith(this.within.slice(0, PROVINCE_LENGTH)))
      return { field: 'regionCode', message: '不在本省范围' };
    return { field: 'regionCode', message: `没有行政区划代码 ${text}` };
  }

  #byNames({ county, township, village }: RegionWords): FoundRegion {
    const countyCode = this.#county(county);
    if (typeof countyCode !== 'string') return countyCode;
    if (township === '') return { field: 'township', message: '没有填写乡镇' };
    const townshipCode = this.#below.get(`${countyCode}/${township}`);
    if (townshipCode === undefined) return { field: 'township', message: `本县没有乡镇“${township}”` };
    if (village === '') return { code: townshipCode };
    const villageCode = this.#below.get(`${townshipCode}/${villageName(village)}`);
    if (villageCode === undefined) return { field: 'village', message: `${township}没有村“${village}”` };
    return { code: villageCode };
  }

  #county(name: string): string | { readonly field: HouseholdColumn; readonly message: string } {
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

/** Lists write 城墙脚村 where the statistical codes write 城墙脚村村民委员会. */
function villageName(name: string): string {
  const plain = name.replace(VILLAGE_ENDINGS, '');
  return plain === '' ? name : plain;
}
