import { countTerms, kindMetric, metricTerms, SAFEGUARD_KINDS, type SafeguardKind } from '@anju/domain';
import fc from 'fast-check';

interface Household {
  readonly kind: SafeguardKind | null;
  readonly explained: boolean;
}

const household: fc.Arbitrary<Household> = fc.record({
  kind: fc.option(fc.constantFrom(...SAFEGUARD_KINDS)),
  explained: fc.boolean(),
});

const filter = fc.record(
  {
    recognised: fc.boolean(),
    departed: fc.boolean(),
    kind: fc.uniqueArray(fc.constantFrom(...SAFEGUARD_KINDS), { minLength: 1 }),
  },
  { requiredKeys: [] },
);

describe('a list total from the cells', () => {
  it('is the number of households that match the filter', () => {
    fc.assert(
      fc.property(fc.array(household), filter, (households, conditions) => {
        const matches = households.filter((one) => {
          const departed = one.explained && one.kind === null;
          return (
            (conditions.recognised === undefined || conditions.recognised === (one.kind !== null)) &&
            (conditions.departed === undefined || conditions.departed === departed) &&
            (conditions.kind === undefined || (one.kind !== null && conditions.kind.includes(one.kind)))
          );
        });
        const terms = metricTerms(conditions) ?? new Map<string, number>();
        expect(countTerms(terms, countsOf(households))).toBe(matches.length);
      }),
    );
  });
});

describe('a condition that the cells do not hold', () => {
  it.each([
    [{ entryPerson: '张三' }],
    [{ kind: ['renovation' as const], reviewState: ['entered' as const] }],
    [{ renovationMode: ['localMode'] }],
    [{ renovationMode: ['other'], accepted: true }],
    [{ exitYear: [2018] }],
    [{ povertyExited: true }],
    [{ source: 'registry' as const, povertyExited: false, exitYear: ['missing' as const] }],
    [{ recognised: false, appraisalResult: ['gradeA'] }],
  ])('%j is left to counting the rows', (conditions) => {
    expect(metricTerms(conditions)).toBeUndefined();
  });
});

function countsOf(households: readonly Household[]): Record<string, number> {
  const kinds = SAFEGUARD_KINDS.map((kind): [string, number] => [
    kindMetric(kind),
    households.filter((one) => one.kind === kind).length,
  ]);
  const departed = households.filter((one) => one.explained && one.kind === null).length;
  return { N: households.length, departed, ...Object.fromEntries(kinds) };
}
