import { checkCharacter } from '@anju/domain';
import fc from 'fast-check';

const PREFIXES = ['11', '15', '23', '37', '46', '52', '54', '65', '71', '81', '83'];

/** The 18 characters of a number that passes every rule on or after the end of 2019. */
export const validIdNumber = fc
  .record({
    province: fc.constantFrom(...PREFIXES),
    county: fc.integer({ min: 101, max: 9999 }),
    day: fc.date({ min: new Date('1900-01-01'), max: new Date('2019-12-31'), noInvalidDate: true }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ province, county, day, sequence }) => {
    const birth = day.toISOString().slice(0, 10).replaceAll('-', '');
    const first17 = province + String(county).padStart(4, '0') + birth + String(sequence).padStart(3, '0');
    return first17 + checkCharacter(first17);
  });
