import { TextField } from '../forms/text-field';
import { t } from '../language/t';
import { IntoFields } from './into-fields';
import { SplitFields } from './split-fields';
import type { ChangeFieldsProps } from './typed-change';

/** What is asked for each kind of change. */
export function ChangeFields(props: ChangeFieldsProps) {
  const { kind, region, own, typed, faults, onType } = props;
  if (kind === 'split') return <SplitFields {...props} />;
  if (kind === 'merge') {
    return (
      <IntoFields
        label={t('并入')}
        region={region}
        own={own}
        value={typed.into}
        error={faults['into']}
        onChange={(into) => onType({ ...typed, into, codes: new Map() })}
      />
    );
  }
  return (
    <>
      <TextField
        label={t('新名称')}
        required
        value={typed.name}
        onChange={(name) => onType({ ...typed, name })}
        maxLength={60}
        error={faults['name']}
        hint={t('现名：{name}', { name: region.name })}
      />
      <TextField
        label={t('新代码')}
        value={typed.code}
        onChange={(code) => onType({ ...typed, code, codes: new Map() })}
        maxLength={12}
        error={faults['code']}
        hint={t('代码不变时留空；改变时，下级代码随之改变')}
      />
    </>
  );
}
