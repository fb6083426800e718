import { differences } from '../../../plugins/options/server/services/differences';

describe('the differences of two configurations', () => {
  it('are told by the names of their entries, old and new', () => {
    const before = { kinds: [{ kind: 'a', fields: [{ name: 'x', required: true, help: 'h' }] }], common: [] };
    const after = { kinds: [{ kind: 'a', fields: [{ name: 'x', required: false, type: 'date' }] }], common: [] };
    expect(differences(before, after)).toEqual([
      'kinds.a.fields.x.required：true → false',
      '删除 kinds.a.fields.x.help："h"',
      '新增 kinds.a.fields.x.type："date"',
    ]);
  });

  it('are none when nothing differs, and say when only the order does', () => {
    const list = [{ key: 'a' }, { key: 'b' }];
    expect(differences({ list }, { list: [...list] })).toEqual([]);
    expect(differences({ list }, { list: list.toReversed() })).toEqual(['list：顺序改变']);
  });
});
