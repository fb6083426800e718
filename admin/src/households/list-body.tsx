import { styled } from '@mui/material/styles';
import { useListContext } from 'ra-core';
import type { HouseholdRow } from '@anju/domain/contracts';
import { t } from '../language/t';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { useDelayed } from '../states/use-delayed';
import { EmptyList } from './empty-list';
import { HouseholdCards } from './household-cards';
import { HouseholdTable } from './household-table';

/** Rows of the conditions before last fade until those asked for are there: they must not pass for the new tab's. */
const Rows = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  flex: 1,
  minHeight: 0,
  minWidth: 0,
  '&[aria-busy=true]': { opacity: 0.45, pointerEvents: 'none' },
});

/** The rows of the list as a table or as cards, or in words why there are none. */
export function ListBody({ cards }: { readonly cards: boolean }) {
  const { data, error, isPending, isPaused, isPlaceholderData, refetch } = useListContext<HouseholdRow>();
  const isOutdated = useDelayed(isPlaceholderData ?? false, 300);
  const retry = () => void refetch();
  if (error) return <FailureState subject={t('名单')} error={error} onRetry={retry} />;
  if (isPending && isPaused) return <FailureState subject={t('名单')} error={undefined} onRetry={retry} />;
  if (isPending) return <LoadingRows rows={10} />;
  return (
    <Rows aria-busy={isOutdated}>
      {data.length === 0 ? <EmptyList /> : cards ? <HouseholdCards rows={data} /> : <HouseholdTable />}
    </Rows>
  );
}
