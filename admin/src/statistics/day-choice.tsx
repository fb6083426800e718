import { styled } from '@mui/material/styles';
import { isCalendarDate } from '@anju/domain';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ConditionDay } from '../forms/condition-day';
import { t } from '../language/t';
import { PHONE } from '../theme/tokens';
import { statisticsAddress, type ShownStatistics } from './question';

const Field = styled('div')({ flex: 'none', width: 204, [PHONE]: { flex: '1 0 204px' } });

/** Chooses a day of the past; emptied, the table is that of now. */
export function DayChoice({ shown }: { readonly shown: ShownStatistics }) {
  const navigate = useNavigate();
  // What was written and is no day stays to be mended, marked as wrong.
  const [noDay, setNoDay] = useState<string>();
  return (
    <Field title={t('查看某日留存的数据，按当日的行政区划；清空后显示现在的数据')}>
      <ConditionDay
        label={t('截至日期')}
        value={noDay ?? shown.day ?? ''}
        onChange={(day) => {
          const isDay = day === '' || isCalendarDate(day);
          setNoDay(isDay ? undefined : day);
          if (isDay) void navigate(statisticsAddress({ ...shown, day: day || undefined }));
        }}
      />
    </Field>
  );
}
