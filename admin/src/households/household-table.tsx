import { styled } from '@mui/material/styles';
import { TableScroll } from '../layout/table-scroll';
import { useListContext } from 'ra-core';
import { DataTable } from 'ra-ui-materialui';
import { Link } from 'react-router-dom';
import type { HouseholdRow } from '@anju/domain/contracts';
import { t } from '../language/t';
import { ReviewStatus } from '../states/status';
import { useOptionLabel } from '../vocabulary/use-options';
import { Column, HeadName, Masked, Recognition, WarningMark } from './household-cells';
import { SafeguardCell } from './safeguard-cell';
import { useColumnsKey } from './use-columns-key';
import { usePlaceNames } from './use-place-names';
import { useRowAction } from './use-row-action';

const Scroll = styled(TableScroll)({ '& table': { minWidth: 1280 } });

/** Households as a table; state and names first, the action stays at the right edge. */
export function HouseholdTable() {
  const { page, perPage, data = [] } = useListContext<HouseholdRow>();
  const storeKey = useColumnsKey();
  const appraisal = useOptionLabel();
  const actionOf = useRowAction();
  const placeOf = usePlaceNames(data);
  const first = (page - 1) * perPage + 1;
  const numbers = new Map(data.map((row, index) => [row.id, first + index]));
  return (
    <Scroll tabIndex={0} role="region" aria-label={t('名单表格')}>
      <DataTable<HouseholdRow> bulkActionButtons={false} rowClick={false} storeKey={storeKey} hover={false}>
        <Column source="number" label={t('序号')} align="right" render={(row) => numbers.get(row.id)} />
        <Column source="regionName" label={t('所在地')} render={placeOf} />
        <Column source="headName" label={t('户主姓名')} cellClassName="name" render={(row) => <HeadName row={row} />} />
        <Column
          source="idNumber"
          label={t('身份证号')}
          cellClassName="id"
          render={(row) => <Masked row={row} field="idNumber" />}
        />
        <Column
          source="phone"
          label={t('联系方式')}
          cellClassName="id"
          render={(row) => <Masked row={row} field="phone" />}
        />
        <Column source="memberCount" label={t('人口')} align="right" />
        <Column source="exitYear" label={t('脱贫年份')} align="right" render={(row) => row.exitYear ?? '–'} />
        <Column source="kind" label={t('保障措施或关联信息')} render={(row) => <SafeguardCell row={row} />} />
        <Column source="recognised" label={t('认定')} render={(row) => <Recognition row={row} />} />
        <Column source="reviewState" label={t('审核')} render={(row) => <ReviewStatus state={row.reviewState} />} />
        <Column
          source="warningCount"
          label={t('预警')}
          align="right"
          render={(row) => <WarningMark count={row.warningCount} />}
        />
        <Column
          source="appraisalResult"
          label={t('鉴定结果')}
          render={(row) => appraisal('appraisalResult', row.appraisalResult)}
        />
        <Column source="entryPerson" label={t('录入人')} />
        <Column source="entryDate" label={t('录入时间')} />
        <Column
          source="action"
          label={t('操作')}
          render={(row) => <Link to={actionOf(row).to}>{actionOf(row).label}</Link>}
        />
      </DataTable>
    </Scroll>
  );
}
