import { RecogniseLinkedButton } from '../linked';
import { useIsPhone } from '../theme/use-is-phone';
import { withoutEmpty } from './list-filter';
import { personFilter, usePersonCondition } from './person-conditions';
import { useListFilter } from './use-list-filter';

/** 按关联信息认定 for what the list on the screen shows; a phone keeps its one action. */
export function RecogniseLinked({ list }: { readonly list: string }) {
  const filter = withoutEmpty(useListFilter());
  const persons = personFilter(usePersonCondition(list));
  return useIsPhone() ? null : <RecogniseLinkedButton filter={{ ...filter, ...persons }} />;
}
