import { isInRegion, parentRegion, regionLevel, regionPath, regionRange } from '@anju/domain';
import fc from 'fast-check';

describe('region', () => {
  it.each([
    ['5209', '5210'],
    ['520109', '520110'],
    ['09', '10'],
    ['99', 'a'],
    ['', 'a'],
  ])('range of %p ends before %p', (code, hi) => {
    expect(regionRange(code)).toEqual({ lo: code, hi });
  });

  it('has in its range exactly the codes that begin with its own', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
    const outerCode = fc.oneof(digits(2), digits(4), digits(6));
    fc.assert(
      fc.property(outerCode, outerCode, digits(6), (outer, other, rest) => {
        const { lo, hi } = regionRange(outer);
        for (const code of [outer + rest, other + rest, outer])
          expect(code >= lo && code < hi).toBe(isInRegion(code, outer));
      }),
    );
  });

  it('knows its level, its parent and its path by its length', () => {
    expect(regionLevel('520425')).toBe(3);
    expect(regionLevel('52042')).toBeUndefined();
    expect(parentRegion('520425')).toBe('5204');
    expect(parentRegion('')).toBeUndefined();
    expect(regionPath('520425101')).toEqual(['52', '5204', '520425', '520425101']);
  });
});
