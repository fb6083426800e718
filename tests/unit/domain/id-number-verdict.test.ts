import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IdNumberVerdict, explainIdNumber, isValidIdNumber, judgeIdNumber } from '@anju/domain';
import fc from 'fast-check';
import { validIdNumber } from './id-number-arbitraries';

interface IdNumberCase extends IdNumberVerdict {
  readonly input: string;
  readonly note: string;
}

const file = join(__dirname, '../../fixtures/id-number.cases.json');
// foreign edge: a fixture whose shape the cases themselves exercise
const { today, cases } = JSON.parse(readFileSync(file, 'utf8')) as { today: string; cases: IdNumberCase[] };
const context = { today };

describe('verdict of an identity number', () => {
  it.each(cases)('$note', ({ input, kind, errors, suggestion }) => {
    expect(judgeIdNumber(input, context)).toEqual({ kind, errors, suggestion });
  });

  it('is ok for every number made by the standard', () => {
    fc.assert(fc.property(validIdNumber, (number) => isValidIdNumber(number, context)));
  });

  it('finds any single wrong digit', () => {
    const place = fc.integer({ min: 0, max: 16 });
    const shift = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(validIdNumber, place, shift, (number, at, by) => {
        const wrong = number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1);
        return !isValidIdNumber(wrong, context);
      }),
    );
  });

  it('finds two neighbouring digits that changed places', () => {
    fc.assert(
      fc.property(validIdNumber, fc.integer({ min: 0, max: 15 }), (number, at) => {
        fc.pre(number[at] !== number[at + 1]);
        const swapped = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
        return !isValidIdNumber(swapped, context);
      }),
    );
  });

  it('proposes the first 18 of a disability card, with and without a re-issue mark', () => {
    const card = fc.tuple(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('', 'B1', 'b2'),
    );
    fc.assert(
      fc.property(validIdNumber, card, (number, [type, grade, reissue]) => {
        const verdict = judgeIdNumber(`${number}${type}${grade}${reissue}`, context);
        expect(verdict).toEqual({ kind: 'disabilityCard', errors: ['disabilityCard'], suggestion: number });
      }),
    );
  });

  it('proposes the 18-character form of a 15-digit number, except of a centenarian', () => {
    fc.assert(
      fc.property(validIdNumber, (number) => {
        fc.pre(number.slice(6, 8) === '19');
        const verdict = judgeIdNumber(number.slice(0, 6) + number.slice(8, 17), context);
        expect(verdict.kind).toBe('legacy15');
        expect(verdict.suggestion).toBe(Number(number.slice(14, 17)) >= 996 ? null : number);
      }),
    );
  });

  it('takes the prefix 69 only where configuration allows it', () => {
    const demonstration = '690102198503151218';
    expect(judgeIdNumber(demonstration, context).errors).toEqual(['region']);
    expect(judgeIdNumber(demonstration, { today, extraProvincePrefixes: ['69'] }).errors).toEqual([]);
  });

  it('judges a birth date by the day that is given', () => {
    const number = '520102198503151211';
    expect(judgeIdNumber(number, { today: '1985-03-14' }).errors).toEqual(['birthDateFuture']);
    expect(judgeIdNumber(number, { today: '1985-03-15' }).errors).toEqual([]);
  });

  it('takes nothing for a missing number', () => {
    expect(judgeIdNumber(null, context).kind).toBe('missing');
    expect(judgeIdNumber(undefined, context).kind).toBe('missing');
  });

  it('is explained in one sentence that carries the proposal', () => {
    expect(explainIdNumber(judgeIdNumber('520102198503151211', context))).toBeUndefined();
    expect(explainIdNumber(judgeIdNumber('110105491231002', context))).toBe(
      '身份证号应为 18 位；建议核对后采用 11010519491231002X',
    );
  });
});
