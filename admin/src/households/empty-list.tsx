import { useListContext } from 'ra-core';
import { useCurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { useRegionName } from '../regions/use-regions';
import { MessageState } from '../states/message-state';
import { onTab, tabOf } from './list-filter';
import { useListFilter } from './use-list-filter';

/** No household fits: says so in words and offers the way on. */
export function EmptyList() {
  const { setFilters } = useListContext();
  const filter = useListFilter();
  const root = useCurrentUser()?.regionCode ?? '';
  const region = useRegionName(filter.regionCode ?? root) ?? '';
  const { recognised: _recognised, departed: _departed, ...conditions } = filter;
  const isNarrowed = Object.keys(conditions).some((key) => key !== 'regionCode');
  const isDone = tabOf(filter) === 'unrecognised' && !isNarrowed;
  return (
    <MessageState
      icon={isDone ? 'check' : 'search'}
      title={isDone ? t('{region}没有未认定户', { region }) : t('没有符合条件的户')}
      next={
        <>
          {isDone && (
            <button type="button" onClick={() => setFilters(onTab(filter, 'recognised'), undefined, false)}>
              {t('查看已认定')}
            </button>
          )}
          <button type="button" onClick={() => setFilters({}, undefined, false)}>
            {t('查看全部')}
          </button>
        </>
      }
    >
      {isDone ? t('可以查看已认定户，或换一个所在地。') : t('请减少条件，或检查姓名和身份证号是否完整、正确。')}
    </MessageState>
  );
}
