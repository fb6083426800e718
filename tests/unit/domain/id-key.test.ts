import { idKey, judgeIdNumber } from '@anju/domain';
import fc from 'fast-check';
import { validIdNumber } from './id-number-arbitraries';

const NOISE = [' ', '\t', '\u3000', '\u00a0', '\u200b', '\ufeff', "'", '’', '-', '＇', '－'];

function toFullWidth(text: string): string {
  return text.replace(/[0-9X]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

describe('identity key', () => {
  it('is the number itself, however it was typed', () => {
    const noise = fc.array(fc.tuple(fc.constantFrom(...NOISE), fc.integer({ min: 0, max: 18 })), { maxLength: 5 });
    fc.assert(
      fc.property(validIdNumber, noise, fc.boolean(), (number, inserted, isFullWidth) => {
        const typed = inserted.reduce((text, [mark, at]) => text.slice(0, at) + mark + text.slice(at), number);
        expect(idKey((isFullWidth ? toFullWidth(typed) : typed).toLowerCase())).toBe(number);
      }),
    );
  });

  it('of a disability card is its first 18 characters, even when their checksum is wrong', () => {
    expect(idKey('11010519491231002X43')).toBe('11010519491231002X');
    expect(idKey('11010519491231002143')).toBe('110105194912310021');
    expect(idKey('11010519491231002X43B1')).toBe('11010519491231002X');
  });

  it('of a 15-digit number is its 18-character form, and none for a centenarian', () => {
    expect(idKey('110105491231002')).toBe('11010519491231002X');
    expect(idKey('110105491231999')).toBeNull();
  });

  it('is the proposal wherever the verdict has one', () => {
    fc.assert(
      fc.property(validIdNumber, fc.constantFrom('43', '11B1', ''), (number, suffix) => {
        const { suggestion } = judgeIdNumber(number + suffix, { today: '2020-06-30' });
        expect(idKey(number + suffix)).toBe(suggestion ?? number);
      }),
    );
  });

  it.each([null, undefined, '', '无', '1101051949123100', 'ABC110112345678', '11010519491231002X45'])(
    'does not exist for %p',
    (raw) => {
      expect(idKey(raw)).toBeNull();
    },
  );
});
