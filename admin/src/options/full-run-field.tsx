import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { FullRunSetting } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { CONTROL, PHONE_CONTROL } from '../forms/field-frame';
import { PHONE } from '../theme/tokens';
import { refusalWords } from '../http/field-errors';
import { t } from '../language/t';
import { Overtaken } from './overtaken';
import { useConfigure } from './use-configuration';
import { useUnpublished } from './use-unpublished';

const HOURS = Array.from({ length: 24 }, (_none, hour) => hour);

const Box = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '6px 16px',
  marginTop: 6,
  '& label': { display: 'inline-flex', alignItems: 'center', gap: 6 },
  '& select': { ...CONTROL, marginTop: 0, width: 'auto' },
  '& .acts': { display: 'flex', gap: 8, marginLeft: 'auto' },
  [PHONE]: { '& select': PHONE_CONTROL },
});

interface FullRunFieldProps {
  readonly standing: FullRunSetting;
  readonly version: number;
}

/** When all rules run over the whole register by themselves. */
export function FullRunField({ standing, version }: FullRunFieldProps) {
  const { changeRules } = useConfigure();
  const notify = useNotify();
  const { setting: fullRun, isChanged, isOvertaken, change, discard } = useUnpublished(standing, isSame);
  const publish = async () => {
    try {
      await changeRules({ version, fullRun });
      notify(t('已发布'), { type: 'success' });
    } catch (error) {
      notify(refusalWords(error), { type: 'warning' });
    }
  };
  return (
    <Box>
      <label>
        <input
          type="checkbox"
          checked={fullRun.enabled}
          onChange={(event) => change({ enabled: event.target.checked })}
        />
        {t('每日运行')}
      </label>
      <label>
        {t('开始时刻')}
        <select
          value={fullRun.hour}
          disabled={!fullRun.enabled}
          onChange={(event) => change({ hour: Number(event.target.value) })}
        >
          {HOURS.map((hour) => (
            <option key={hour} value={hour}>
              {t('{hour} 时', { hour })}
            </option>
          ))}
        </select>
      </label>
      <span className="muted small">{t('预警随每次保存更新；全量核对补上只随日期变化的，如出生日期。')}</span>
      <span className="acts">
        {isOvertaken && (
          <Button size="small" onClick={discard}>
            {t('放弃更改')}
          </Button>
        )}
        <Button size="small" color="primary" disabled={!isChanged} onClick={() => void publish()}>
          {t('发布')}
        </Button>
      </span>
      {isOvertaken && <Overtaken />}
    </Box>
  );
}

function isSame(one: FullRunSetting, other: FullRunSetting): boolean {
  return one.enabled === other.enabled && one.hour === other.hour;
}
