import { addDays, dayOfYear, earlier } from './dates';
import type { IdentityNumbers } from './identity-numbers';
import { drawEthnicity, drawGivenName, drawSurname, type Gender } from './names';
import type { Random, Weighted } from './random';

export interface Person {
  readonly name: string;
  readonly relation: string;
  readonly gender: Gender;
  readonly ethnicity: string;
  readonly idNumber: string;
  readonly phone: string | null;
}

const SIZES: Weighted<number> = [
  [1, 13],
  [2, 17],
  [3, 21],
  [4, 24],
  [5, 14],
  [6, 7],
  [7, 3],
  [8, 1],
];

type Relation = '户主' | '配偶' | '之子' | '之女' | '之父' | '之母' | '之儿媳' | '之孙子' | '之孙女';

const RELATIVES_BY_HEAD: readonly { readonly below: number; readonly relations: readonly Relation[] }[] = [
  { below: 36, relations: ['之子', '之女', '之母', '之父', '之女', '之子', '之女'] },
  { below: 60, relations: ['之子', '之女', '之子', '之母', '之女', '之父', '之子'] },
  { below: 200, relations: ['之子', '之儿媳', '之孙子', '之孙女', '之女', '之孙女', '之孙子'] },
];

/** The persons of a household, head first, with plausible relations and ages and a number each. */
export function drawFamily(random: Random, identities: IdentityNumbers, today: string): readonly Person[] {
  const size = random.weighted(SIZES);
  const headAge = size === 1 ? random.integer(48, 86) : random.integer(25, 74);
  const headGender: Gender = random.chance(size === 1 ? 0.62 : 0.84) ? '男' : '女';
  const ethnicity = drawEthnicity(random);
  const surname = drawSurname(random, ethnicity);
  return relationsOf(random, size, headAge).map((relation) => {
    const gender = genderOf(relation, headGender);
    const birthDate = drawBirthDate(random, ageOf(random, relation, headAge), today);
    const inMarried = relation === '配偶' || relation === '之儿媳' || relation === '之母';
    const family = inMarried ? drawSurname(random, ethnicity) : surname;
    return {
      name: family + drawGivenName(random, gender),
      relation,
      gender,
      ethnicity,
      idNumber: identities.next(birthDate, gender),
      phone: random.chance(relation === '户主' ? 0.86 : 0.12) ? drawPhone(random) : null,
    };
  });
}

function relationsOf(random: Random, size: number, headAge: number): readonly Relation[] {
  const relatives = RELATIVES_BY_HEAD.find((entry) => headAge < entry.below)?.relations ?? [];
  const spouse: readonly Relation[] = random.chance(0.85) ? ['配偶'] : [];
  return (['户主', ...spouse, ...relatives] as const).slice(0, size);
}

function genderOf(relation: Relation, headGender: Gender): Gender {
  if (relation === '户主') return headGender;
  if (relation === '配偶') return headGender === '男' ? '女' : '男';
  return relation === '之子' || relation === '之父' || relation === '之孙子' ? '男' : '女';
}

function ageOf(random: Random, relation: Relation, headAge: number): number {
  switch (relation) {
    case '户主':
      return headAge;
    case '配偶':
      return Math.max(22, headAge + random.integer(-6, 5));
    case '之父':
    case '之母':
      return Math.min(97, headAge + random.integer(19, 33));
    case '之子':
    case '之女':
      return Math.max(0, headAge - random.integer(20, 34));
    case '之儿媳':
      return Math.max(20, headAge - random.integer(22, 34));
    case '之孙子':
    case '之孙女':
      return Math.max(0, headAge - random.integer(43, 58));
  }
}

function drawBirthDate(random: Random, age: number, today: string): string {
  const year = Number(today.slice(0, 4)) - age;
  return earlier(dayOfYear(year, random.integer(0, 364)), addDays(today, -1));
}

/** 100 begins no mobile number that is in use. */
function drawPhone(random: Random): string {
  return `100${String(random.integer(0, 99_999_999)).padStart(8, '0')}`;
}
