import { ConditionDay } from '../forms/condition-day';
import { ConditionSelect, type Choice } from '../forms/condition-select';
import { ConditionText } from '../forms/condition-text';
import { t } from '../language/t';
import { RegionCascader } from '../regions/region-cascader';
import { useOptions } from '../vocabulary/use-options';
import {
  EXIT_YEAR_CHOICES,
  KIND_CHOICES,
  LINKED_CHOICES,
  REVIEW_CHOICES,
  SOURCE_CHOICES,
  TAB_CHOICES,
  WARNING_CHOICES,
  type ConditionDraft,
} from './condition-draft';
import { LIST_TABS } from './list-filter';

interface ConditionFieldsProps {
  readonly root: string;
  readonly draft: ConditionDraft;
  readonly onChange: (draft: ConditionDraft) => void;
}

/** The five conditions that always show. */
export function MainConditions({ root, draft, onChange }: ConditionFieldsProps) {
  const appraisals = useOptions('appraisalResult');
  const select = (label: string, field: 'kind' | 'appraisalResult' | 'exitYear', choices: readonly Choice[]) => (
    <ConditionSelect
      label={label}
      value={draft[field]}
      choices={choices}
      onChange={(value) => onChange({ ...draft, [field]: value })}
    />
  );
  return (
    <>
      <RegionCascader
        label={t('所在地')}
        root={root}
        value={draft.regionCode}
        onChange={(regionCode) => onChange({ ...draft, regionCode })}
      />
      <ConditionText
        label={t('姓名或身份证号（含成员）')}
        placeholder={t('姓名或身份证号（含成员）')}
        icon="search"
        value={draft.person}
        onChange={(person) => onChange({ ...draft, person })}
      />
      {select(t('保障措施'), 'kind', KIND_CHOICES)}
      {select(t('原住房鉴定结果'), 'appraisalResult', [
        ...appraisals.map(({ key, label }) => ({ value: key, label })),
        { value: 'none', label: t('未填') },
      ])}
      {select(t('脱贫年份'), 'exitYear', EXIT_YEAR_CHOICES)}
    </>
  );
}

/** The conditions under 更多条件. */
export function MoreConditions({ draft, onChange }: Omit<ConditionFieldsProps, 'root'>) {
  const field = (
    name: 'reviewState' | 'source' | 'linked' | 'hasWarning' | 'entryDateFrom' | 'entryDateTo' | 'entryPerson',
  ) => ({
    value: draft[name],
    onChange: (value: string) => onChange({ ...draft, [name]: value }),
  });
  const chooseTab = (value: string) => onChange({ ...draft, tab: LIST_TABS.find((tab) => tab === value) ?? 'all' });
  return (
    <>
      <ConditionSelect
        label={t('认定状态')}
        value={draft.tab === 'all' ? '' : draft.tab}
        choices={TAB_CHOICES}
        onChange={chooseTab}
      />
      <ConditionSelect label={t('审核状态')} choices={REVIEW_CHOICES} {...field('reviewState')} />
      <ConditionSelect label={t('来源')} choices={SOURCE_CHOICES} {...field('source')} />
      <ConditionSelect label={t('关联')} choices={LINKED_CHOICES} {...field('linked')} />
      <ConditionSelect label={t('预警')} choices={WARNING_CHOICES} {...field('hasWarning')} />
      <ConditionText label={t('录入人')} {...field('entryPerson')} />
      <ConditionDay label={t('录入时间 从')} {...field('entryDateFrom')} />
      <ConditionDay label={t('录入时间 到')} {...field('entryDateTo')} />
    </>
  );
}
