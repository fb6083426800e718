import Button from '@mui/material/Button';
import { EXPORT_DUTIES } from '@anju/domain';
import { useState } from 'react';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { ExportDialog } from './export-dialog';
import type { ExportOrder } from './use-exports';

interface ExportButtonProps {
  /** What is on the screen: the list and its conditions. */
  readonly order: ExportOrder;
  readonly label?: string;
}

/** Writes the list on the screen to a file; for holders of the duty only. */
export function ExportButton({ order, label = t('导出') }: ExportButtonProps) {
  const user = useCurrentUser();
  const [open, setOpen] = useState(false);
  if (!hasDuty(user, EXPORT_DUTIES[order.resource])) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Icon name="file" />
        {label}
      </Button>
      {open && <ExportDialog order={order} onClose={() => setOpen(false)} />}
    </>
  );
}
