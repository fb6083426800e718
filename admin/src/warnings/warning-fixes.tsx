import Button from '@mui/material/Button';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { WarningRow } from '@anju/domain/contracts';
import { AdoptNumberDialog } from './adopt-number-dialog';
import { ArchiveStep } from './archive-step';
import { type Fix, fixesOf } from './fixes';
import { LinkArchiveDialog } from './link-archive-dialog';

interface WarningFixesProps {
  readonly warning: WarningRow;
  /** The user's region: an archive beyond it is another county's to part. */
  readonly region: string;
}

/** The buttons that mend a warning: a place in the form, or a dialog that does it here. */
export function WarningFixes({ warning, region }: WarningFixesProps) {
  const [asked, setAsked] = useState<Exclude<Fix, { to: string }>>();
  const close = () => setAsked(undefined);
  return (
    <>
      {fixesOf(warning, region).map((fix) =>
        'to' in fix ? (
          <Button key={fix.label} component={Link} to={fix.to}>
            {fix.label}
          </Button>
        ) : (
          <Button key={fix.label} variant={fix.step === 'adopt' ? 'outlined' : undefined} onClick={() => setAsked(fix)}>
            {fix.label}
          </Button>
        ),
      )}
      {asked?.step === 'adopt' && (
        <AdoptNumberDialog householdId={asked.householdId} memberId={asked.memberId} onClose={close} />
      )}
      {asked?.step === 'linkArchive' && (
        <LinkArchiveDialog householdId={asked.householdId} headName={warning.headName} onClose={close} />
      )}
      {asked && 'renovationId' in asked && (
        <ArchiveStep step={asked.step} renovationId={asked.renovationId} onClose={close} />
      )}
    </>
  );
}
