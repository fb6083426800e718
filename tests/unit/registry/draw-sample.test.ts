import { drawSample, populationHash } from '../../../plugins/registry/server/services/draw-sample';

const POPULATION = Array.from({ length: 1000 }, (_, index) => index * 7 + 3);

describe('a sample', () => {
  it('is the same for the same seed, in whatever order the households come', () => {
    const drawn = drawSample(POPULATION, 5, 'spring');
    expect(drawn).toHaveLength(50);
    expect(drawSample([...POPULATION].reverse(), 5, 'spring')).toEqual(drawn);
    expect(drawSample(POPULATION, 5, 'autumn')).not.toEqual(drawn);
    expect(populationHash([...POPULATION].reverse())).toBe(populationHash(POPULATION));
  });

  it('grows by the share without letting go what it had', () => {
    const five = drawSample(POPULATION, 5, 'spring');
    expect(drawSample(POPULATION, 10, 'spring').slice(0, 50)).toEqual(five);
  });

  it('holds at least one household and never more than there are', () => {
    expect(drawSample([4, 5], 0.01, 'x')).toHaveLength(1);
    expect(drawSample([4, 5], 100, 'x').sort()).toEqual([4, 5]);
    expect(drawSample([], 50, 'x')).toEqual([]);
    expect(drawSample(POPULATION, 0.3, 'x')).toHaveLength(3);
  });

  it('prefers nobody: over many seeds every tenth of the list is drawn about as often', () => {
    const hits = Array.from({ length: 10 }, () => 0);
    for (let seed = 0; seed < 200; seed += 1) {
      for (const id of drawSample(POPULATION, 1, `seed-${seed}`)) {
        const tenth = Math.floor(((id - 3) / 7) * 0.01);
        hits[tenth] = (hits[tenth] ?? 0) + 1;
      }
    }
    // 2000 draws, 200 expected a tenth; six standard deviations are 80.
    expect(hits.filter((count) => Math.abs(count - 200) > 80)).toEqual([]);
  });
});
