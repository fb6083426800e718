import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { RenovationDetail } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { ChoiceField } from '../forms/choice-field';
import { problemFields, sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { useRenovationStep } from '../renovations/use-renovations';
import { useOptionLabel, useOptions } from '../vocabulary/use-options';

interface ArchiveTypeDialogProps {
  readonly archive: RenovationDetail;
  readonly onClose: () => void;
}

/** Corrects the poverty type that an archive says. */
export function ArchiveTypeDialog({ archive, onClose }: ArchiveTypeDialogProps) {
  const step = useRenovationStep();
  const notify = useNotify();
  const labelOf = useOptionLabel();
  const options = useOptions('povertyType').filter(({ enabled, key }) => enabled && key !== archive.povertyType);
  const [type, setType] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (type === '') return setProblem(t('请选择贫困类型'));
    setBusy(true);
    try {
      await step(`/${archive.id}`, 'PUT', { version: archive.version, povertyType: type });
      notify(t('已更正档案的贫困类型'), { type: 'success' });
      onClose();
    } catch (error) {
      setProblem(problemFields(error).povertyType ?? sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="archive-type-title">
      <DialogTitle id="archive-type-title">{t('修改档案类型')}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        <p>
          {t('{headName}的危房改造档案{archiveNumber}，现为{value}。', {
            headName: archive.headName,
            archiveNumber: archive.archiveNumber && ` ${archive.archiveNumber}`,
            value: labelOf('povertyType', archive.povertyType),
          })}
        </p>
        <ChoiceField
          label={t('贫困类型')}
          value={type}
          choices={options.map(({ key, label }) => ({ value: key, label }))}
          onChange={setType}
          required
          error={problem}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('取消')}</Button>
        <Button variant="contained" color="primary" disabled={busy} onClick={() => void save()}>
          {t('保存')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
