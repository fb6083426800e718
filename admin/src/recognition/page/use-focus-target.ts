import { useCallback, useState } from 'react';
import { categoryId } from '../evidence/category-id';
import { fieldId } from '../fields/field-frame';
import type { FocusTarget } from '../recognition-context';
import { useSearchParams } from 'react-router-dom';
import { STEPS, type Step } from './steps';

/** Brings a place of the page into view and focuses it; a phone turns to its section first. A link names the one to begin with. */
export function useFocusTarget() {
  const [search] = useSearchParams();
  const [step, setStep] = useState<Step>(STEPS.find((known) => known === search.get('at')) ?? 'safeguard');
  const focus = useCallback((target: FocusTarget) => {
    const id = 'path' in target ? fieldId(target.path) : categoryId(target.category);
    setStep(stepOf(target));
    // The section, or a field that a fault has just opened, is on the page only after the next paint.
    requestAnimationFrame(() => setTimeout(() => focusElement(id)));
  }, []);
  return { step, setStep, focus };
}

function focusElement(id: string): void {
  const element = document.getElementById(id);
  const input = element?.matches('[role=radiogroup]') ? element.querySelector('input') : element;
  input?.scrollIntoView({ block: 'center' });
  input?.focus({ preventScroll: true });
}

function stepOf(target: FocusTarget): Step {
  if ('category' in target) return 'evidence';
  const { path } = target;
  if (path === 'kind' || path.startsWith('kinds.')) return 'safeguard';
  return path.startsWith('common.') ? 'persons' : 'list';
}
