import { parentRegion } from '@anju/domain';
import type { RegionRow } from '@anju/domain/contracts';
import { ChoiceField } from '../forms/choice-field';
import { t } from '../language/t';
import { RegionCascader } from '../regions/region-cascader';
import { useChildRegions } from '../regions/use-regions';

interface IntoFieldsProps {
  readonly label: string;
  readonly region: RegionRow;
  readonly own: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (into: string) => void;
}

/** The region that takes something up: one beside the changed one, or, level by level, one elsewhere. */
export function IntoFields({ label, region, own, value, error, onChange }: IntoFieldsProps) {
  const siblings = (useChildRegions(parentRegion(region.code)) ?? []).filter(({ code }) => code !== region.code);
  return (
    <>
      <ChoiceField
        label={label}
        value={siblings.some(({ code }) => code === value) ? value : ''}
        choices={siblings.map(({ code, name }) => ({ value: code, label: t('{name}（{code}）', { name, code }) }))}
        onChange={onChange}
        error={error}
      />
      <RegionCascader
        label={t('其他上级下的区划')}
        root={own}
        value={value || own}
        onChange={(into) => onChange(into === own ? '' : into)}
      />
    </>
  );
}
