import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQuery } from '@tanstack/react-query';
import type { EvidenceProposal } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { TextField } from '../forms/text-field';
import { LoadingRows } from '../states/loading-rows';
import { Effect } from './evidence-effect';
import { refusalWords } from '../http/field-errors';
import { t } from '../language/t';
import { previewEvidence, useConfigure } from './use-configuration';

interface EffectDialogProps {
  readonly proposal: EvidenceProposal;
  readonly version: number;
  readonly onClose: () => void;
}

/** Says in numbers what other evidence requirements do, county by county, and publishes them on the configurator's word. */
export function EffectDialog({ proposal, version, onClose }: EffectDialogProps) {
  const { changeEvidence } = useConfigure();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const { data, error } = useQuery({
    queryKey: ['evidence-effect', proposal],
    queryFn: () => previewEvidence(proposal),
    gcTime: 0,
  });
  const refused = failure ?? error;
  const publish = async () => {
    setBusy(true);
    try {
      await changeEvidence({ ...proposal, version, reason });
      notify(t('已发布，录入表单和预警立即按新要求'), { type: 'success' });
      onClose();
    } catch (problem) {
      setFailure(problem);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="effect-title">
      <DialogTitle id="effect-title">{t('发布佐证材料的更改？')}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        {!data && !refused && <LoadingRows rows={3} />}
        {data && <Effect effect={data} />}
        {data && <TextField label={t('修改原因')} value={reason} onChange={setReason} maxLength={200} />}
        {refused !== undefined && refused !== null && <p role="alert">{refusalWords(refused)}</p>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('再看看')}</Button>
        <Button variant="contained" color="primary" disabled={!data || busy} onClick={() => void publish()}>
          {t('确认发布')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
