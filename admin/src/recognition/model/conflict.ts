import type { FieldValue } from './field-text';
import { differingPaths, flatValues, type FieldPath, type RecognitionValues } from './values';

/** An input that both sides changed, to different values. */
export interface ContestedField {
  readonly path: FieldPath;
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
}

/** Three states of a form: as opened, as typed, and as somebody else has saved it since. */
export interface ThreeStates {
  readonly base: RecognitionValues;
  readonly mine: RecognitionValues;
  readonly theirs: RecognitionValues;
}

/** The inputs that differ on both sides: only these need a choice. */
export function contestedFields({ base, mine, theirs }: ThreeStates): readonly ContestedField[] {
  const [typed, newer] = [flatValues(mine), flatValues(theirs)];
  const changedByThem = new Set(differingPaths(theirs, base));
  return differingPaths(mine, base)
    .filter((path) => changedByThem.has(path) && typed.get(path) !== newer.get(path))
    .map((path) => ({ path, mine: typed.get(path) ?? '', theirs: newer.get(path) ?? '' }));
}

/** Inputs that only the other side changed. */
export function newerFields({ base, mine, theirs }: ThreeStates): readonly FieldPath[] {
  const changedByMe = new Set(differingPaths(mine, base));
  return differingPaths(theirs, base).filter((path) => !changedByMe.has(path));
}

/** What of mine goes on top of the newer record: everything I changed, except where I chose theirs. */
export function keptValues(states: ThreeStates, givenUp: ReadonlySet<FieldPath>): ReadonlyMap<FieldPath, FieldValue> {
  const typed = flatValues(states.mine);
  const kept = differingPaths(states.mine, states.base).filter((path) => !givenUp.has(path));
  return new Map(kept.map((path) => [path, typed.get(path) ?? '']));
}
