import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState, type FormEvent } from 'react';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import { appliedCounted, appliedMore } from './applied-conditions';
import type { ConditionDraft } from './condition-draft';
import { ConditionChips } from './condition-chips';
import { MainConditions, MoreConditions } from './condition-fields';
import { useConditions } from './use-conditions';

const Form = styled('form')({
  flex: 'none',
  borderBottom: `1px solid ${colour.line}`,
  '& .fields': {
    display: 'grid',
    gridTemplateColumns: '1fr 1.25fr 1fr 1.2fr 1fr auto',
    gap: 8,
    padding: '10px 16px 8px',
    '@media (max-width: 1100px)': { gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))' },
  },
  '& .more': {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
    gap: 8,
    padding: '0 16px 8px',
  },
  '& .buttons': { display: 'flex', gap: 8 },
});

/** The conditions above a list, applied by 查询 or Enter. */
export function ConditionBar({ list }: { readonly list: string }) {
  const conditions = useConditions(list);
  // A new set of conditions, from a tab, a chip or an address, starts a new draft.
  return <ConditionForm key={JSON.stringify(conditions.current)} {...conditions} />;
}

function ConditionForm({ root, current, apply, reset }: ReturnType<typeof useConditions>) {
  const [draft, setDraft] = useState<ConditionDraft>(current);
  const applied = appliedMore(current);
  const [open, setOpen] = useState(false);
  const query = (event: FormEvent) => {
    event.preventDefault();
    apply(draft);
  };
  return (
    <Form onSubmit={query} role="search" aria-label={t('查询条件')}>
      <div className="fields">
        <MainConditions root={root} draft={draft} onChange={setDraft} />
        <div className="buttons">
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name="filter" />
            {t('更多条件{count}', { count: applied.length > 0 && ` ${applied.length}` })}
          </Button>
          <Button type="submit" color="primary">
            {t('查询')}
          </Button>
        </div>
      </div>
      {open && (
        <div className="more">
          <MoreConditions draft={draft} onChange={setDraft} />
        </div>
      )}
      <ConditionChips
        applied={[...appliedCounted(current), ...(open ? [] : applied)]}
        onApply={apply}
        onReset={reset}
        current={current}
        root={root}
      />
    </Form>
  );
}
