import Button from '@mui/material/Button';
import { useState } from 'react';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { DraftsDialog } from './drafts-dialog';
import { useDrafts } from './use-drafts';

/** How many households the user began and did not save, and the way to them; nothing while there are none. */
export function DraftsButton() {
  const { data } = useDrafts();
  const [open, setOpen] = useState(false);
  if (!open && (data === undefined || data.length === 0)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Icon name="pen" />
        {t('草稿 {count}', { count: data?.length ?? 0 })}
      </Button>
      {open && <DraftsDialog drafts={data ?? []} onClose={() => setOpen(false)} />}
    </>
  );
}
