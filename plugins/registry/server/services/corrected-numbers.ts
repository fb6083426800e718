import { explainIdNumber, judgeIdNumber, normaliseIdNumber } from '@anju/domain';
import type { HouseholdCorrection } from '@anju/domain/contracts';
import { BadInput, registerToday, RuleBroken } from '@anju/kit';
import type { MemberCorrection } from '../queries/correct-members';
import type { HouseholdMember } from '../queries/members-of-household';
import { registerConfiguration } from './configuration';

/**
 * The corrections of a household's persons, the head's own at the top included, with plain numbers.
 * Throws BadInput for a person of another household, RuleBroken for a number that is none, each at its field.
 */
export function memberCorrections(
  correction: HouseholdCorrection,
  members: readonly HouseholdMember[],
): MemberCorrection[] {
  const named = namedCorrections(correction, members);
  const errors: Record<string, string> = {};
  for (const { field, correctedIdNumber } of named) {
    const problem = correctedIdNumber ? numberProblem(correctedIdNumber) : undefined;
    if (problem) errors[field] = problem;
  }
  if (Object.keys(errors).length > 0) throw new RuleBroken(errors);
  return named.map(({ id, correctedIdNumber, correctedPhone }) => ({
    id,
    correctedIdNumber: correctedIdNumber && normaliseIdNumber(correctedIdNumber),
    correctedPhone,
  }));
}

type NamedCorrection = MemberCorrection & { readonly field: string };

function namedCorrections(correction: HouseholdCorrection, members: readonly HouseholdMember[]): NamedCorrection[] {
  const own = new Set(members.map(({ id }) => id));
  const sent = correction.members ?? [];
  const strangers = sent.flatMap(({ id }, index) =>
    own.has(id) ? [] : [[`members.${index}.id`, '不是该户的家庭成员'] as const],
  );
  if (strangers.length > 0) throw new BadInput(Object.fromEntries(strangers));
  const named = sent.map((member, index) => ({ ...member, field: `members.${index}.correctedIdNumber` }));
  const { correctedIdNumber, correctedPhone } = correction;
  if (correctedIdNumber === undefined && correctedPhone === undefined) return named;
  const head = members.find(({ is_head }) => is_head);
  if (!head) throw new RuleBroken({ correctedIdNumber: '该户没有户主，请在家庭成员中更正' });
  if (named.some(({ id }) => id === head.id)) throw new BadInput({ correctedIdNumber: '户主的更正只能填写一处' });
  return [...named, { id: head.id, correctedIdNumber, correctedPhone, field: 'correctedIdNumber' }];
}

function numberProblem(idNumber: string): string | undefined {
  const { extraProvincePrefixes } = registerConfiguration();
  return explainIdNumber(judgeIdNumber(idNumber, { today: registerToday(), extraProvincePrefixes }));
}
