import type { useNotify } from 'ra-core';
import type { NavigateFunction } from 'react-router-dom';
import { entryQueue, nextHousehold } from '../../households';
import { t } from '../../language/t';

interface OpenNextTools {
  readonly navigate: NavigateFunction;
  readonly notify: ReturnType<typeof useNotify>;
}

/** Opens the next unrecognised household after this one, as the server orders them; back to the list when none is left. */
export async function openNext(afterId: number, { navigate, notify }: OpenNextTools): Promise<void> {
  const filter = entryQueue.filter();
  const { id } = await nextHousehold({ afterId, ...(filter ? { filter } : {}) });
  if (id !== null && id !== afterId) return navigate(`/entry/${id}`);
  notify(t('这些条件下没有待录入的户了'), { type: 'info' });
  navigate('/entry');
}
