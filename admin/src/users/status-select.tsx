import { USER_STATUSES, type UserStatus } from '@anju/domain';
import { ConditionSelect } from '../forms/condition-select';
import { USER_STATUS_LABELS } from '../language/domain-words';
import { t } from '../language/t';

interface StatusSelectProps {
  readonly value: string;
  readonly onChange: (status: UserStatus | '') => void;
}

/** What accounts are in, as a condition. */
export function StatusSelect({ value, onChange }: StatusSelectProps) {
  return (
    <ConditionSelect
      label={t('状态')}
      value={value}
      choices={USER_STATUSES.map((status) => ({ value: status, label: USER_STATUS_LABELS[status] }))}
      onChange={(chosen) => onChange(USER_STATUSES.find((status) => status === chosen) ?? '')}
    />
  );
}
