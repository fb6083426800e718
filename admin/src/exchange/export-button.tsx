import Button from '@mui/material/Button';
import { useState } from 'react';
import type { HouseholdConditions } from '@anju/domain/contracts';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { Icon } from '../theme/icon';
import { ExportDialog } from './export-dialog';

interface ExportButtonProps {
  /** The conditions of the list that is on the screen. */
  readonly filter: HouseholdConditions;
}

/** Writes the list on the screen to a file; for holders of the duty only. */
export function ExportButton({ filter }: ExportButtonProps) {
  const user = useCurrentUser();
  const [open, setOpen] = useState(false);
  if (!hasDuty(user, 'export')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Icon name="file" />
        导出
      </Button>
      {open && <ExportDialog filter={filter} onClose={() => setOpen(false)} />}
    </>
  );
}
