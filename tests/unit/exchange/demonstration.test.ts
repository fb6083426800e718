import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { idKey, judgeIdNumber } from '@anju/domain';
import { type DefectCounts, planDefects } from '../../../plugins/exchange/server/demonstration/defects';
import { evidenceStorageKey } from '../../../plugins/exchange/server/demonstration/evidence';
import { ExpectedCounts } from '../../../plugins/exchange/server/demonstration/expected';
import { DEMONSTRATION_TODAY, generateHouseholds } from '../../../plugins/exchange/server/demonstration/generate';
import { countyShares } from '../../../plugins/exchange/server/demonstration/places';
import type { HouseholdBundle } from '../../../plugins/exchange/server/demonstration/rows';

const regions = guizhou();
const today = { today: DEMONSTRATION_TODAY, extraProvincePrefixes: ['69'] };

function bundles(households?: number, seed?: number): readonly HouseholdBundle[] {
  return [...generateHouseholds({ regions, counties: countyShares(regions, households), seed })];
}

describe('the demonstration of 6,000 households', () => {
  const households = bundles(6000);
  const expected = expectedOf(households);

  it('is the same for the same seed and another for another', () => {
    expect(bundles(200)).toEqual(bundles(200));
    expect(bundles(200, 7)).not.toEqual(bundles(200));
  });

  it('numbers the rows of each table from 1 without gaps', () => {
    expect(households.map((bundle) => bundle.household.id)).toEqual(households.map((_, index) => index + 1));
    const evidences = households.flatMap((bundle) => bundle.evidences);
    expect(evidences.map((plan) => plan.id)).toEqual(evidences.map((_, index) => index + 1));
    expect(new Set(evidences.map((plan) => evidenceStorageKey(plan.id))).size).toBe(evidences.length);
  });

  it('gives each household one head first, and its members their household and region', () => {
    for (const { household, members } of households) {
      expect(members.map((member) => member.isHead)).toEqual(members.map((_, index) => index === 0));
      expect(members.length).toBe(household.memberCount);
      expect(members.every((member) => member.regionCode === household.regionCode)).toBe(true);
    }
  });

  it('lies in the counties 520402 and 520425, in order of region, a few households without a village', () => {
    const codes = households.map((bundle) => bundle.household.regionCode);
    expect(codes).toEqual([...codes].sort());
    expect(new Set(codes.map((code) => code.slice(0, 6)))).toEqual(new Set(['520402', '520425']));
    expect(expected.unplaced).toBeGreaterThan(0);
    expect(expected.unplaced).toBeLessThan(100);
  });

  it('follows the shares of household sizes, safeguard kinds and recognition', () => {
    const single = households.filter((bundle) => bundle.members.length === 1).length;
    expect(single / 6000).toBeCloseTo(0.13, 1);
    expect(expected.recognised / 6000).toBeGreaterThan(0.6);
    expect(expected.recognised / 6000).toBeLessThan(0.74);
    expect(expected.kinds.originalSafe / expected.recognised).toBeCloseTo(0.46, 1);
    expect(expected.kinds.renovation / expected.recognised).toBeCloseTo(0.34, 1);
    expect(expected.kinds.povertyRelocation / expected.recognised).toBeCloseTo(0.14, 1);
  });

  it('injects exactly the planned number of each defect', () => {
    const plan = planDefects(
      { households: 6000, recognised: Math.round(6000 * 0.67), archives: Math.round(6000 * 0.32) },
      20_200_630,
    );
    expect(expected.defects).toEqual(plan.counts);
    expect(Object.values(expected.defects).every((count) => count > 0)).toBe(true);
  });

  it('has wrong identity numbers only where they were injected, and all with the prefix 69', () => {
    const found: Partial<Record<string, number>> = {};
    for (const { defect, members } of households) {
      for (const member of members) {
        const verdict = judgeIdNumber(member.registryIdNumber, today);
        const [error] = verdict.errors;
        if (error) found[defect] = (found[defect] ?? 0) + 1;
        expect(error === undefined || member.isHead).toBe(true);
        expect(member.registryIdNumber?.startsWith('69') ?? true).toBe(true);
      }
    }
    const { missing, disabilityCard, legacy15, checksum } = expected.defects;
    expect(found).toEqual({ missing, disabilityCard, legacy15, checksum });
  });

  it('gives a person key to two persons only in the injected pairs', () => {
    const seen = new Map<string, HouseholdBundle[]>();
    for (const bundle of households) {
      for (const member of bundle.members) {
        const key = idKey(member.registryIdNumber);
        if (key !== null) seen.set(key, [...(seen.get(key) ?? []), bundle]);
      }
    }
    const shared = [...seen.values()].filter((owners) => owners.length > 1);
    expect(shared.every((owners) => owners.length === 2 && owners.every((owner) => owner.defect === 'duplicate'))).toBe(
      true,
    );
    expect(shared.length * 2).toBe(expected.defects.duplicate);
  });

  it('overlaps archive and relocation list only where injected', () => {
    const overlapping = households.filter(hasTwoSafeguards);
    expect(overlapping.length).toBe(expected.defects.safeguardOverlap);
    expect(overlapping.every((bundle) => bundle.defect === 'safeguardOverlap')).toBe(true);
  });

  it('shares photographs only within the injected pairs', () => {
    const owners = new Map<number, HouseholdBundle[]>();
    for (const bundle of households) {
      for (const plan of bundle.evidences) {
        owners.set(plan.photoSeed, [...(owners.get(plan.photoSeed) ?? []), bundle]);
      }
    }
    const shared = [...owners.values()].filter((list) => list.length > 1);
    expect(shared.length * 2).toBe(expected.defects.photoReuse);
    expect(shared.flat().every((bundle) => bundle.defect === 'photoReuse')).toBe(true);
  });

  it('is visibly demonstration data', () => {
    expect(households.every((bundle) => bundle.household.registryNumber.startsWith('DEMO'))).toBe(true);
    const phones = households.flatMap((bundle) => bundle.members.flatMap((member) => member.registryPhone ?? []));
    expect(phones.every((phone) => /^100\d{8}$/.test(phone))).toBe(true);
  });
});

describe('defects', () => {
  it('are exact and disjoint for sizes with and without common divisors', () => {
    for (const households of [300, 1009, 5000]) {
      const plan = planDefects({ households, recognised: households * 0.67, archives: households * 0.3 }, 11);
      const counted: Partial<Record<keyof DefectCounts, number>> = {};
      for (let index = 0; index < households; index += 1) {
        const { defect } = plan.defectOf(index);
        if (defect !== 'none') counted[defect] = (counted[defect] ?? 0) + 1;
      }
      expect(counted).toEqual(plan.counts);
    }
  });
});

describe('the county demonstration', () => {
  it('puts 20,000 households into 520425 and some hundreds into each other county of 5204', () => {
    const shares = new Map(countyShares(regions).map(({ county, households }) => [county, households]));
    expect(shares.get('520425')).toBe(20_000);
    expect([...shares.keys()].sort()).toEqual(['520402', '520403', '520422', '520423', '520424', '520425']);
    shares.delete('520425');
    expect([...shares.values()].every((households) => households >= 300 && households < 1000)).toBe(true);
  });

  it('spreads two million over all counties of the province', () => {
    const shares = countyShares(regions, 2_000_000);
    expect(shares.length).toBe(88);
    expect(shares.reduce((sum, share) => sum + share.households, 0)).toBe(2_000_000);
  });
});

function hasTwoSafeguards(bundle: HouseholdBundle): boolean {
  const onList = bundle.relocationEntry !== null;
  const archived = bundle.renovations.some(
    (row) => row.headName === bundle.members[0]?.name && isOwn(bundle, row.idNumber),
  );
  return onList && archived;
}

function isOwn(bundle: HouseholdBundle, idNumber: string): boolean {
  return bundle.members.some((member) => idKey(member.registryIdNumber) === idNumber);
}

function expectedOf(list: readonly HouseholdBundle[]) {
  const counts = new ExpectedCounts();
  list.forEach((bundle) => counts.add(bundle));
  return counts.value();
}

function guizhou() {
  const folder = resolve(__dirname, '../../../config/regions');
  return ['regions-cn-4.csv.gz', 'villages-52.csv.gz'].flatMap((name) =>
    gunzipSync(readFileSync(join(folder, name)))
      .toString('utf8')
      .split('\n')
      .filter((line) => line.startsWith('52'))
      .map((line) => line.split(','))
      .map(([code = '', regionName = '']) => ({ code, name: regionName })),
  );
}
