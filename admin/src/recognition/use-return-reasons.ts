import { placedReasons } from './model/return-reasons';
import type { FieldPath } from './model/values';
import { useRecognition } from './recognition-context';

/** Why a reviewer returned the record because of this input. */
export function useReturnReasons(path: FieldPath): readonly string[] {
  const { record, rules } = useRecognition();
  return placedReasons(record, rules.forms).flatMap(({ target, text }) =>
    target && 'path' in target && target.path === path ? [text] : [],
  );
}
