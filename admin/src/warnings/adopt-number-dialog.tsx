import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { judgeIdNumber, valueInForce } from '@anju/domain';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { sentenceOf } from '../http/problem';
import { request } from '../http/request';
import { t } from '../language/t';
import { useForms } from '../vocabulary/use-forms';

interface AdoptNumberDialogProps {
  readonly householdId: number;
  readonly memberId: number;
  readonly onClose: () => void;
}

/** Shows the number that stands there beside the one proposed, and saves it as the correction. */
export function AdoptNumberDialog({ householdId, memberId, onClose }: AdoptNumberDialogProps) {
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { record, person, proposal, error } = useProposal(householdId, memberId);
  const adopt = async () => {
    if (!record || !proposal) return;
    setBusy(true);
    try {
      const body = { version: record.version, members: [{ id: memberId, correctedIdNumber: proposal }] };
      await request<HouseholdRecord>(`/registry/households/${householdId}`, { method: 'PUT', body });
      await queryClient.invalidateQueries();
      onClose();
    } catch (failure) {
      setProblem(sentenceOf(failure));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="adopt-title">
      <DialogTitle id="adopt-title">{t('采用建议号码')}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1, fontSize: 14 }}>
        {person && (
          <>
            <div>
              {t('{name}，现有号码 {correctedIdNumber}', {
                name: person.name,
                correctedIdNumber: valueInForce(person.correctedIdNumber, person.registryIdNumber) ?? t('（空）'),
              })}
            </div>
            <div>
              {t('更正为')} <strong>{proposal ?? t('（没有可建议的号码，请打开该户更正）')}</strong>
            </div>
          </>
        )}
        {(problem ?? error) && <div role="alert">{problem ?? error}</div>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('取消')}</Button>
        <Button variant="contained" color="primary" disabled={busy || !proposal} onClick={() => void adopt()}>
          {t('核对无误，采用')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** The record as it stands now, and what its number may be meant to be. */
function useProposal(householdId: number, memberId: number) {
  const forms = useForms();
  const { data: record, error } = useQuery({
    queryKey: ['warnings', 'household', householdId],
    queryFn: async ({ signal }) =>
      (await request<HouseholdRecord>(`/registry/households/${householdId}`, { signal })).json,
    gcTime: 0,
    refetchOnMount: 'always',
  });
  const person = record?.members.find(({ id }) => id === memberId);
  const proposal =
    person && forms
      ? judgeIdNumber(valueInForce(person.correctedIdNumber, person.registryIdNumber), {
          today: forms.today,
          extraProvincePrefixes: forms.idCard.extraProvincePrefixes,
        }).suggestion
      : null;
  return { record, person, proposal, error: error ? sentenceOf(error) : undefined };
}
