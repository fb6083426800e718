import { appliedCounted, appliedMore } from './applied-conditions';
import { ConditionChips } from './condition-chips';
import { useConditions } from './use-conditions';

/** On a phone the conditions' fields are in a sheet: what narrows the list shows above it, each with its way out. */
export function PhoneChips({ list }: { readonly list: string }) {
  const { current, root, apply, reset } = useConditions(list);
  const applied = [...appliedCounted(current), ...appliedMore(current)];
  if (applied.length === 0) return null;
  return <ConditionChips applied={applied} current={current} root={root} onApply={apply} onReset={reset} />;
}
