import type { SampleRow } from '@anju/domain/contracts';
import { REVIEW_STATE_LABELS, SAFEGUARD_KIND_LABELS } from '../language/domain-words';
import { t } from '../language/t';

/** From which households a sample was drawn, in words. */
export function scopeWords({ states, kinds }: SampleRow): string {
  const state = states.map((key) => REVIEW_STATE_LABELS[key]).join(t('、'));
  return kinds
    ? t('{state}；{kinds}', { state, kinds: kinds.map((key) => SAFEGUARD_KIND_LABELS[key]).join(t('、')) })
    : state;
}

/** How far the judging of a sample has come. */
export function progressWords({ sampled, passed, faulty, signedAt }: SampleRow): string {
  if (signedAt !== null) return t('已签署');
  const left = sampled - passed - faulty;
  return left === 0 ? t('待签署') : t('还有 {left} 户未查', { left });
}
