import { maskIdNumber, maskName, maskPhone, valueInForce } from '@anju/domain';
import fc from 'fast-check';

describe('masks', () => {
  it('keep the region and the last four of an identity number', () => {
    expect(maskIdNumber('690425197203120379')).toBe('690425********0379');
    expect(maskIdNumber('69042519750821142343')).toBe('690425**********2343');
  });

  it('keep the first three and the last four of a phone', () => {
    expect(maskPhone('10062890941')).toBe('100****0941');
    expect(maskPhone('0851-12345678')).toBe('085******5678');
  });

  it('keep only the first character of a name', () => {
    expect(maskName('杨通明')).toBe('杨**');
    expect(maskName('买买提·艾力')).toBe('买*****');
    expect(maskName('')).toBe('');
  });

  it('never change the length and always hide three characters or all', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,22}$/), (digits) => {
        for (const masked of [maskIdNumber(digits), maskPhone(digits)]) {
          expect(masked).toHaveLength(digits.length);
          expect(masked.split('*').length - 1).toBeGreaterThanOrEqual(Math.min(3, digits.length));
        }
      }),
    );
  });
});

describe('value in force', () => {
  it('is the correction, else what the list says', () => {
    expect(valueInForce('新', '旧')).toBe('新');
    expect(valueInForce(' ', '旧')).toBe('旧');
    expect(valueInForce(null, ' ')).toBeNull();
  });
});
