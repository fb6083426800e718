import fc from 'fast-check';
import { planRegionChange } from '../../../plugins/access/server/services/region-plan';
import type { KnownRegion } from '../../../plugins/access/server/queries/region-changes';
import { RegionTree } from '../../../plugins/access/server/services/region-tree';

const NOTHING = { preview: true, reason: '依据', codes: [] };

function region(code: string, name: string, mergedInto: string | null = null): KnownRegion {
  return { code, name, kind: 'town', merged_into: mergedInto };
}

/** Two townships with villages of their own, the second's last code taken; a retired third. */
const REGIONS = [
  region('52', '贵州省'),
  region('5204', '安顺市'),
  region('520425', '紫云县'),
  region('520425101', '甲镇'),
  region('520425101001', '一村'),
  region('520425101002', '二村'),
  region('520425102', '乙镇'),
  region('520425102001', '三村'),
  region('520425102009', '九村'),
  region('520425103', '丙乡', '520425102'),
];
const TREE = new RegionTree(REGIONS, '52');

describe('the map of codes of a merged township', () => {
  it('gives what lies below its own last digits where they are free, else the next ones', () => {
    const plan = planRegionChange({ ...NOTHING, kind: 'merge', region: '520425101', into: '520425102' }, TREE);
    expect(plan.problems).toEqual({});
    expect(plan.codes).toEqual([
      { code: '520425101', into: '520425102' },
      { code: '520425101001', into: '520425102010' },
      { code: '520425101002', into: '520425102002' },
    ]);
    expect(plan.created.map(({ code, name, parentCode }) => [code, name, parentCode])).toEqual([
      ['520425102010', '一村', '520425102'],
      ['520425102002', '二村', '520425102'],
    ]);
    expect(plan.summary).toBe('“甲镇”（520425101）并入“乙镇”（520425102）');
  });

  it('takes other codes on request, also one in force, which is a merger below', () => {
    const codes = [{ code: '520425101001', into: '520425102001' }];
    const plan = planRegionChange({ ...NOTHING, codes, kind: 'merge', region: '520425101', into: '520425102' }, TREE);
    expect(plan.problems).toEqual({});
    expect(plan.codes[1]).toEqual(codes[0]);
    expect(plan.created.map(({ code }) => code)).toEqual(['520425102002']);
  });

  it('leaves a village of the same name to the configurator', () => {
    const twins = new RegionTree([...REGIONS, region('520425102005', '一村')], '52');
    const plan = planRegionChange({ ...NOTHING, kind: 'merge', region: '520425101', into: '520425102' }, twins);
    expect(plan.problems['codes']).toMatch(/“一村”（520425101001）与 520425102005 重名/);
  });

  it('never gives a code again that was retired', () => {
    const part = { name: '丁乡', children: ['520425101001'], households: [] };
    const plan = planRegionChange({ ...NOTHING, kind: 'split', region: '520425101', parts: [part] }, TREE);
    expect(plan.created[0]?.code).toBe('520425104');
    const taken = planRegionChange(
      { ...NOTHING, kind: 'split', region: '520425101', parts: [{ ...part, code: '520425103' }] },
      TREE,
    );
    expect(taken.problems['parts.0']).toMatch(/520425103 已被使用/);
  });
});

describe('any tree of regions', () => {
  const suffix = (digits: number) =>
    fc.integer({ min: 1, max: 10 ** digits - 1 }).map((n) => String(n).padStart(digits, '0'));
  const villages = fc.uniqueArray(suffix(3), { maxLength: 12 });

  it('is mapped whole: each code once, each to a code of its own below the other parent', () => {
    fc.assert(
      fc.property(villages, villages, fc.option(suffix(3)), (from, into, code) => {
        const tree = new RegionTree(
          [
            ...REGIONS.slice(0, 3),
            region('520425501', '甲'),
            region('520425502', '乙'),
            ...from.map((end) => region(`520425501${end}`, `甲${end}`)),
            ...into.map((end) => region(`520425502${end}`, `乙${end}`)),
          ],
          '52',
        );
        const change =
          code === null
            ? ({ ...NOTHING, kind: 'merge', region: '520425501', into: '520425502' } as const)
            : ({ ...NOTHING, kind: 'rename', region: '520425501', name: '新', code: `520425${code}` } as const);
        const plan = planRegionChange(change, tree);
        fc.pre(Object.keys(plan.problems).length === 0);
        if (plan.codes.length === 0) return;
        const old = plan.codes.map((line) => line.code);
        expect([...old].sort()).toEqual(['520425501', ...from.map((end) => `520425501${end}`)].sort());
        const made = plan.codes.map((line) => line.into);
        expect(new Set(made).size).toBe(made.length);
        expect(made.every((one) => one.startsWith(made[0] ?? '-') && !old.includes(one))).toBe(true);
        expect(made.slice(1).every((one) => !tree.isTaken(one))).toBe(true);
      }),
    );
  });
});
