import { t } from '../language/t';
import { isSamePlace, placedWarnings } from './model/placed-warnings';
import { type FocusTarget, useRecognition } from './recognition-context';

/** What is warned of at a place of the form, in words. */
export function useFieldWarnings(place: FocusTarget): readonly string[] {
  const { record, rules } = useRecognition();
  const here = placedWarnings(record, rules).filter(({ targets }) => targets.some((one) => isSamePlace(one, place)));
  return here.map(({ text }) => t('预警：{text}', { text }));
}
