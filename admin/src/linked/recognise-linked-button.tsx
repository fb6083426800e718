import Button from '@mui/material/Button';
import { useState } from 'react';
import type { HouseholdConditions } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { RecogniseLinkedDialog } from './recognise-linked-dialog';

/** 按关联信息认定, for the households that the list is asked for now. */
export function RecogniseLinkedButton({ filter }: { readonly filter: HouseholdConditions }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Icon name="link" />
        {t('按关联信息认定')}
      </Button>
      {open && <RecogniseLinkedDialog filter={filter} onClose={() => setOpen(false)} />}
    </>
  );
}
