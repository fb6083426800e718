import { t } from '../language/t';
import { HouseholdList } from './household-list';
import { ListExport } from './list-export';

/** 住房保障信息查询: the same list for everybody who may look. */
export function QueryListPage() {
  return (
    <HouseholdList
      list="/query"
      title={t('住房保障信息查询')}
      shortTitle={t('查询')}
      description={t('按条件查找户和家庭成员。点户主姓名打开全部信息。')}
      actions={<ListExport list="/query" />}
    />
  );
}
