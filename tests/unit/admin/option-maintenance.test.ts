import { moved } from '../../../admin/src/options/moved';
import { isOffered } from '../../../admin/src/options/offered';
import { subjectOf } from '../../../admin/src/options/subject';
import { toggled } from '../../../admin/src/options/evidence-proposal';

const option = {
  id: 1,
  listKey: 'otherMeansType',
  key: 'renting',
  label: '租住',
  rank: 10,
  enabled: true,
  requiresNote: false,
  core: true,
  regionCode: null,
  validFrom: null,
  validTo: null,
  version: 0,
};

const lists = ['otherMeansType', 'localList', 'renovationMode'].map((key, id) => ({
  id,
  key,
  name: key,
  description: null,
}));

describe('a list of options', () => {
  it.each([
    [0, 2, 'bca'],
    [2, 0, 'cab'],
    [1, 1, 'abc'],
  ])('is moved from place %i to place %i', (from, to, order) => {
    expect(moved([...'abc'], from, to).join('')).toBe(order);
  });

  it('stands in the order of the form, with lists of its own behind', () => {
    const first = subjectOf(null, lists);
    expect(first).toMatchObject({ about: 'list', list: { key: 'renovationMode' } });
    expect(subjectOf('localList', lists)).toMatchObject({ list: { key: 'localList' } });
    expect(subjectOf('evidence', lists)).toEqual({ about: 'evidence' });
    expect(subjectOf(null, [])).toBeUndefined();
  });
});

describe('an option', () => {
  it.each([
    [{}, true],
    [{ enabled: false }, false],
    [{ validFrom: '2020-06-02' }, false],
    [{ validFrom: '2020-06-01' }, true],
    [{ validTo: '2020-05-31' }, false],
    [{ validTo: '2020-06-01' }, true],
  ])('with %j is offered on its day: %s', (change, offered) => {
    expect(isOffered({ ...option, ...change }, '2020-06-01')).toBe(offered);
  });

  it('of several that may be chosen is put in and taken out', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});
