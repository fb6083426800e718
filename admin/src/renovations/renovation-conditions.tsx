import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState, type FormEvent } from 'react';
import { useCurrentUser } from '../auth/current-user';
import { ConditionSelect } from '../forms/condition-select';
import { ConditionText } from '../forms/condition-text';
import { t } from '../language/t';
import { RegionCascader } from '../regions/region-cascader';
import { Icon } from '../theme/icon';
import { useIsPhone } from '../theme/use-is-phone';
import { colour, PHONE } from '../theme/tokens';
import { useOptions } from '../vocabulary/use-options';
import type { RenovationQuestion } from './question';

const Form = styled('form')({
  flex: 'none',
  display: 'grid',
  gridTemplateColumns: '1fr 1.25fr 1fr 1fr 1fr 1fr auto',
  '@media (max-width: 1250px)': { gridTemplateColumns: 'repeat(auto-fill, minmax(190px, 1fr))' },
  gap: 8,
  padding: '10px 16px',
  borderBottom: `1px solid ${colour.line}`,
  '& .buttons': { display: 'flex', gap: 8 },
  [PHONE]: { gridTemplateColumns: 'minmax(0, 1fr)', padding: '8px 12px', '& .buttons > *': { flex: 1 } },
});

const LINK_CHOICES = [
  { value: 'linked', label: t('已关联') },
  { value: 'unlinked', label: t('未关联') },
] as const;

interface RenovationConditionsProps {
  readonly question: RenovationQuestion;
  readonly person: string;
  readonly onAsk: (question: RenovationQuestion, person: string) => void;
}

/** The conditions above the archives, applied by 查询 or Enter; on a phone they open by a button. */
export function RenovationConditions({ question, person, onAsk }: RenovationConditionsProps) {
  const isPhone = useIsPhone();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(question);
  const [whom, setWhom] = useState(person);
  const root = useCurrentUser()?.regionCode ?? '';
  const options = {
    povertyType: useOptions('povertyType'),
    planYear: useOptions('planYear'),
    renovationMode: useOptions('renovationMode'),
  };
  const set = Object.entries(question).filter(([name, value]) => name !== 'tab' && value !== '').length;
  const query = (event: FormEvent) => {
    event.preventDefault();
    onAsk(draft, whom);
  };
  const select = (label: string, field: keyof typeof options) => (
    <ConditionSelect
      label={label}
      value={draft[field]}
      choices={options[field].map((option) => ({ value: option.key, label: option.label }))}
      onChange={(value) => setDraft({ ...draft, [field]: value })}
    />
  );
  if (isPhone && !open) {
    return (
      <Form as="div">
        <Button aria-expanded={false} onClick={() => setOpen(true)}>
          <Icon name="filter" />
          {t('查询条件{set}', { set: set + (person ? 1 : 0) > 0 && ` ${set + (person ? 1 : 0)}` })}
        </Button>
      </Form>
    );
  }
  return (
    <Form onSubmit={query} role="search" aria-label={t('查询条件')}>
      <RegionCascader
        label={t('所在地')}
        root={root}
        value={draft.regionCode || root}
        onChange={(regionCode) => setDraft({ ...draft, regionCode: regionCode === root ? '' : regionCode })}
      />
      <ConditionText
        label={t('户主姓名或身份证号')}
        placeholder={t('户主姓名或身份证号')}
        icon="search"
        value={whom}
        onChange={setWhom}
      />
      {select(t('贫困类型'), 'povertyType')}
      {select(t('计划年度'), 'planYear')}
      {select(t('改造方式'), 'renovationMode')}
      <ConditionSelect
        label={t('关联状态')}
        value={draft.linkState}
        choices={LINK_CHOICES}
        onChange={(linkState) => setDraft({ ...draft, linkState })}
      />
      <div className="buttons">
        <Button type="submit" color="primary">
          {t('查询')}
        </Button>
        <Button
          onClick={() =>
            onAsk(
              { tab: question.tab, regionCode: '', povertyType: '', planYear: '', renovationMode: '', linkState: '' },
              '',
            )
          }
        >
          {t('重置')}
        </Button>
      </div>
    </Form>
  );
}
