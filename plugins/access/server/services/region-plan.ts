import { parentRegion, REGION_LEVELS, regionLevel } from '@anju/domain';
import type { RegionChange, RegionPart } from '@anju/domain/contracts';
import { FreeCodes } from './free-codes';
import type { RegionTree } from './region-tree';

export interface CreatedRegion {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly level: number;
  readonly parentCode: string;
}

/** A change worked out: what `anju.change_regions` makes of it. */
export interface RegionPlan {
  readonly created: readonly CreatedRegion[];
  readonly renamed: readonly { readonly code: string; readonly name: string }[];
  readonly codes: readonly { readonly code: string; readonly into: string }[];
  /** Households that leave a village for another one. */
  readonly numbers: readonly { readonly from: string; readonly number: string; readonly into_code: string }[];
  readonly summary: string;
  readonly problems: Readonly<Record<string, string>>;
}

/** Works out which code becomes which; what stands against the change is named by field and never thrown. */
export function planRegionChange(change: RegionChange, tree: RegionTree): RegionPlan {
  return new Plan(tree, new Map(change.codes.map(({ code, into }) => [code, into]))).of(change);
}

class Plan {
  readonly #created = new Map<string, CreatedRegion>();
  readonly #renamed: { code: string; name: string }[] = [];
  readonly #codes = new Map<string, string>();
  readonly #numbers: { from: string; number: string; into_code: string }[] = [];
  readonly #problems: Record<string, string> = {};
  readonly #free: FreeCodes;

  constructor(
    readonly tree: RegionTree,
    readonly given: ReadonlyMap<string, string>,
  ) {
    this.#free = new FreeCodes([...tree.allCodes(), ...given.values()]);
  }

  of(change: RegionChange): RegionPlan {
    const summary = this.#summaryOf(change);
    for (const code of this.given.keys())
      if (!this.#codes.has(code)) this.#refuse('codes', `${code} 不在这次调整之内，不能指定新代码`);
    return {
      created: [...this.#created.values()],
      renamed: this.#renamed,
      codes: [...this.#codes].map(([code, into]) => ({ code, into })),
      numbers: this.#numbers,
      summary,
      problems: this.#problems,
    };
  }

  #summaryOf(change: RegionChange): string {
    const fault = this.tree.faultOf(change.region);
    if (fault !== undefined) {
      this.#refuse('region', fault);
      return '';
    }
    if (change.kind === 'merge') return this.#merge(change.region, change.into);
    if (change.kind === 'rename') return this.#rename(change.region, change.name, change.code);
    return this.#split(change.region, change.parts);
  }

  #merge(region: string, into: string): string {
    if (this.#isTarget(region, into, 'into')) this.#recode(region, into);
    return `${this.#words(region)}并入${this.#words(into)}`;
  }

  #rename(region: string, name: string, code: string | undefined): string {
    const before = this.tree.nameOf(region);
    this.#checkName(name, parentRegion(code ?? region) ?? '', 'name', region);
    if (code === undefined || code === region) {
      if (name === before) this.#refuse('name', '新名称与原名称相同');
      this.#renamed.push({ code: region, name });
      return `“${before}”（${region}）更名为“${name}”`;
    }
    if (this.#isNewCode(code, region, 'code')) {
      this.#create(code, name, region);
      this.#recode(region, code);
    }
    return `“${before}”（${region}）改为“${name}”（${code}）`;
  }

  #split(region: string, parts: readonly RegionPart[]): string {
    const words = parts.map((part, index) => this.#part(region, part, `parts.${index}`));
    return `${this.#words(region)}${words.join('，')}`;
  }

  #part(region: string, part: RegionPart, field: string): string {
    const target = this.#partTarget(region, part, field);
    if (part.children.length + part.households.length === 0) this.#refuse(field, '请选择划出的下级或填写划出的户编号');
    if (part.households.length > 0 && regionLevel(region) !== 5) this.#refuse(field, '只有村可以按户编号划出');
    for (const child of part.children) {
      if (this.tree.faultOf(child) !== undefined || parentRegion(child) !== region)
        this.#refuse(field, `${child} 不是“${this.tree.nameOf(region)}”的下级`);
      else if (this.#codes.has(child)) this.#refuse(field, `${this.#words(child)}不能划出两次`);
      else if (target !== undefined) this.#place(child, target);
    }
    if (target !== undefined)
      for (const number of new Set(part.households)) this.#numbers.push({ from: region, number, into_code: target });
    const what = [
      part.children.length > 0 ? `${part.children.length} 个下级` : '',
      part.households.length > 0 ? `${new Set(part.households).size} 户` : '',
    ].filter(Boolean);
    return `划出${what.join('、')}到“${part.name ?? this.tree.nameOf(target ?? '')}”${target ? `（${target}）` : ''}`;
  }

  /** The region in force that a part goes to, or the one that is made for it. */
  #partTarget(region: string, { into, name, code }: RegionPart, field: string): string | undefined {
    if (into !== undefined) return this.#isTarget(region, into, field) ? into : undefined;
    if (name === undefined) {
      this.#refuse(field, '请填写新区划的名称，或选择划入的区划');
      return undefined;
    }
    const parent = parentRegion(code ?? region) ?? '';
    this.#checkName(name, parent, field);
    const target = code ?? this.#free.next(parent, region.length);
    if (target === undefined) this.#refuse(field, '上级区划已没有可用的代码');
    if (target === undefined || !this.#isNewCode(target, region, field)) return undefined;
    this.#create(target, name, region);
    return target;
  }

  /** Whether something of `region` may become part of `into`. */
  #isTarget(region: string, into: string, field: string): boolean {
    const fault =
      region === into
        ? '不能并入自己，请选择另一个区划'
        : regionLevel(region) !== regionLevel(into)
          ? `只能并入同级区划：${this.#words(region)}与${this.#words(into)}不同级`
          : region.slice(0, 2) !== into.slice(0, 2)
            ? '不能跨省调整区划'
            : this.tree.faultOf(into);
    if (fault !== undefined) this.#refuse(field, fault);
    return fault === undefined;
  }

  /** Whether a code is free, of the region's level, in its province and below a region in force. */
  #isNewCode(code: string, region: string, field: string): boolean {
    const parent = parentRegion(code) ?? '';
    const fault =
      regionLevel(code) !== regionLevel(region)
        ? `新代码应为 ${REGION_LEVELS[regionLevel(region) ?? 0]?.length} 位数字`
        : code.slice(0, 2) !== region.slice(0, 2)
          ? '不能跨省调整区划'
          : this.tree.isTaken(code) || this.#created.has(code)
            ? `代码 ${code} 已被使用（停用的代码不再分配）`
            : this.#created.has(parent) || parent === this.tree.own
              ? undefined
              : this.tree.faultOf(parent);
    if (fault !== undefined) this.#refuse(field, fault);
    return fault === undefined;
  }

  #create(code: string, name: string, like: string): void {
    const parentCode = parentRegion(code) ?? '';
    this.#created.set(code, { code, name, kind: this.tree.kindOf(like), level: regionLevel(code) ?? 0, parentCode });
  }

  /** A region goes, and everything below it gets a place under the other code. */
  #recode(code: string, into: string): void {
    this.#codes.set(code, into);
    for (const child of this.tree.childrenOf(code)) this.#place(child, into);
  }

  /** A place for a region below another parent: the code that was given, its own last digits where they are free, or the next free ones. */
  #place(child: string, parent: string): void {
    const given = this.given.get(child);
    const kept = `${parent}${child.slice(parent.length)}`;
    const target = given ?? (this.#free.isFree(kept) ? kept : this.#free.next(parent, child.length));
    if (target === undefined) return this.#refuse('codes', `“${this.tree.nameOf(parent)}”下已没有可用的代码`);
    if (this.tree.isInForce(target) && given !== undefined) {
      if (this.#isTarget(child, target, 'codes')) this.#recode(child, target);
      return;
    }
    if (!target.startsWith(parent)) return this.#refuse('codes', `${target} 不在 ${parent} 之下`);
    if (!this.#isNewCode(target, child, 'codes')) return;
    const name = this.tree.nameOf(child);
    const twin = this.#twin(name, parent);
    if (twin !== undefined)
      this.#refuse(
        'codes',
        `“${name}”（${child}）与 ${twin} 重名：请把它的新代码指定为 ${twin}（并入），或先给其中一个更名`,
      );
    this.#free.take(target);
    this.#create(target, name, child);
    this.#recode(child, target);
  }

  #checkName(name: string, parent: string, field: string, self?: string): void {
    const twin = this.#twin(name, parent);
    if (twin !== undefined && twin !== self) this.#refuse(field, `同一上级下已有“${name}”（${twin}）`);
  }

  #twin(name: string, parent: string): string | undefined {
    const made = [...this.#created.values()].find((region) => region.parentCode === parent && region.name === name);
    return (
      this.tree.childrenOf(parent).find((code) => this.tree.nameOf(code) === name && !this.#codes.has(code)) ??
      made?.code
    );
  }

  #words(code: string): string {
    return `“${this.tree.nameOf(code)}”（${code}）`;
  }

  /** The first thing that is wrong with a field is said. */
  #refuse(field: string, message: string): void {
    this.#problems[field] ??= message;
  }
}
