import { useListContext } from 'ra-core';
import type { HouseholdRow } from '@anju/domain/contracts';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { EmptyList } from './empty-list';
import { HouseholdCards } from './household-cards';
import { HouseholdTable } from './household-table';

/** The rows of the list as a table or as cards, or in words why there are none. */
export function ListBody({ cards }: { readonly cards: boolean }) {
  const { data, error, isPending, isPaused, refetch } = useListContext<HouseholdRow>();
  const retry = () => void refetch();
  if (error) return <FailureState subject="名单" error={error} onRetry={retry} />;
  if (isPending && isPaused) return <FailureState subject="名单" error={undefined} onRetry={retry} />;
  if (isPending) return <LoadingRows rows={10} />;
  if (data.length === 0) return <EmptyList />;
  return cards ? <HouseholdCards rows={data} /> : <HouseholdTable />;
}
