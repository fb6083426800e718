import { contestedFields, keptValues, newerFields } from '../../../admin/src/recognition/model/conflict';
import { opened, typed } from './recognition-builders';

const states = {
  base: opened(),
  mine: typed({ remark: '我的说明', departureReason: 'naturalDeath', regionCode: '520425101002' }),
  theirs: typed({ remark: '对方的说明', departureReason: 'naturalDeath', kind: 'otherMeans' }),
};

describe('a record that somebody else saved in between', () => {
  it('asks only about inputs that both changed to different values', () => {
    expect(contestedFields(states)).toEqual([{ path: 'remark', mine: '我的说明', theirs: '对方的说明' }]);
  });

  it('names what only the other side changed', () => {
    expect(newerFields(states)).toEqual(['kind']);
  });

  it('keeps all that I changed', () => {
    expect(Object.fromEntries(keptValues(states, new Set()))).toEqual({
      remark: '我的说明',
      departureReason: 'naturalDeath',
      regionCode: '520425101002',
    });
  });

  it('gives up what I chose to give up', () => {
    expect([...keptValues(states, new Set(['remark'])).keys()]).toEqual(['departureReason', 'regionCode']);
  });
});
