import { checkArchive, subsidyOfParts } from '@anju/domain';
import { onJune30 } from './safeguard-builders';

describe('the rules of an archive', () => {
  it('require nothing by themselves: an archive is completed step by step', () => {
    expect(checkArchive({}, onJune30)).toEqual({});
  });

  it('report every fault at once', () => {
    const messages = checkArchive(
      { renovationMode: 'castle', startDate: '2018-05-01', completionDate: '2018-04-01', selfRaised: -1 },
      onJune30,
    );
    expect(Object.keys(messages).sort()).toEqual(['completionDate', 'renovationMode', 'selfRaised']);
  });
});

describe('the sum of the subsidies', () => {
  it.each([
    [{}, null],
    [{ selfRaised: 5000, loan: 100 }, null],
    [{ subsidyCentral: 0.1, subsidyCounty: 0.2 }, 0.3],
    [{ subsidyCentral: 14_000, subsidyProvince: null, subsidyCity: 0 }, 14_000],
  ])('%j makes %p', (archive, sum) => {
    expect(subsidyOfParts(archive)).toBe(sum);
  });
});
