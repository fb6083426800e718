import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import { styled } from '@mui/material/styles';
import { useState, type FormEvent, type ReactNode } from 'react';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import type { ConditionDraft } from './condition-draft';
import { MainConditions, MoreConditions } from './condition-fields';
import { useConditions } from './use-conditions';

const Bar = styled('div')({
  position: 'sticky',
  bottom: 0,
  display: 'flex',
  gap: 8,
  padding: '8px 12px',
  background: colour.surface,
  borderTop: `1px solid ${colour.line2}`,
  '& > *': { flex: 1 },
  '& .MuiButton-contained': { flex: 1.6 },
});

const Sheet = styled('form')({
  display: 'grid',
  gap: 10,
  padding: 14,
  '& h2': { display: 'flex', alignItems: 'center' },
  '& h2 button': { marginLeft: 'auto' },
  '& .buttons': { display: 'grid', gridTemplateColumns: '1fr 1.6fr', gap: 8 },
});

interface PhoneBarProps {
  readonly list: string;
  readonly children: ReactNode;
}

/** The phone's bar in thumb's reach: conditions in a sheet, and the page's one action. */
export function PhoneBar({ list, children }: PhoneBarProps) {
  const conditions = useConditions(list);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const count = countOf(conditions.current, conditions.root);
  return (
    <Bar>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Icon name="filter" />
        {t('查询条件{count}', { count: count > 0 && ` ${count}` })}
      </Button>
      {children}
      <Drawer
        anchor="bottom"
        open={open}
        onClose={close}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('查询条件') } }}
      >
        <ConditionSheet {...conditions} onClose={close} />
      </Drawer>
    </Bar>
  );
}

interface ConditionSheetProps extends ReturnType<typeof useConditions> {
  readonly onClose: () => void;
}

function ConditionSheet({ root, current, apply, reset, onClose }: ConditionSheetProps) {
  const [draft, setDraft] = useState<ConditionDraft>(current);
  const query = (event: FormEvent) => {
    event.preventDefault();
    apply(draft);
    onClose();
  };
  return (
    <Sheet onSubmit={query}>
      <h2>
        {t('查询条件')}
        <Button variant="text" onClick={onClose} aria-label={t('关闭')}>
          <Icon name="close" />
        </Button>
      </h2>
      <MainConditions root={root} draft={draft} onChange={setDraft} />
      <MoreConditions draft={draft} onChange={setDraft} />
      <div className="buttons">
        <Button
          onClick={() => {
            reset();
            onClose();
          }}
        >
          {t('全部重置')}
        </Button>
        <Button type="submit" variant="contained" color="primary">
          {t('查询')}
        </Button>
      </div>
    </Sheet>
  );
}

function countOf({ tab: _tab, regionCode, ...rest }: ConditionDraft, root: string): number {
  return Object.values(rest).filter((value) => value !== '').length + (regionCode === root ? 0 : 1);
}
