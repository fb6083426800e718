import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { OptionMerged, OptionRow } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { ChoiceField } from '../forms/choice-field';
import { TextField } from '../forms/text-field';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { previewMerge, useConfigure } from './use-configuration';
import { usageWords } from './usage-dialog';
import { CountyTable } from './usage-table';

interface MergeDialogProps {
  readonly option: OptionRow;
  readonly options: readonly OptionRow[];
  readonly onClose: () => void;
}

/** Merges a local option into another one: which one, what that changes, and only then the word to do it. */
export function MergeDialog({ option, options, onClose }: MergeDialogProps) {
  const { merge } = useConfigure();
  const notify = useNotify();
  const [into, setInto] = useState('');
  const [reason, setReason] = useState('');
  const [preview, setPreview] = useState<OptionMerged>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const others = options.filter(({ id, enabled }) => enabled && id !== option.id);
  const name = others.find(({ id }) => String(id) === into)?.label ?? '';
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setBusy(false);
  };
  const count = () => attempt(async () => setPreview(await previewMerge(option, Number(into))));
  const confirm = () =>
    attempt(async () => {
      await merge(option, Number(into), reason);
      notify(t('“{label}”已合并到“{name}”', { label: option.label, name }), { type: 'success' });
      onClose();
    });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="merge-title">
      <DialogTitle id="merge-title">{t('把“{label}”合并到……', { label: option.label })}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        <ChoiceField
          label={t('合并到')}
          value={into}
          choices={others.map(({ id, label }) => ({ value: String(id), label }))}
          onChange={(value) => {
            setInto(value);
            setPreview(undefined);
          }}
        />
        {preview && (
          <div>
            <p>
              {usageWords(preview)}
              {preview.households + preview.archives > 0 &&
                t('合并后都改为“{name}”，审核状态不变，逐户记入操作日志。', { name })}
            </p>
            <CountyTable label={t('受影响的县')} counties={preview.counties} />
          </div>
        )}
        {preview && <TextField label={t('合并原因')} value={reason} onChange={setReason} maxLength={200} />}
        {problem && <p role="alert">{problem}</p>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('取消')}</Button>
        {preview ? (
          <Button variant="contained" color="primary" disabled={busy} onClick={() => void confirm()}>
            {t('确认合并')}
          </Button>
        ) : (
          <Button variant="contained" color="primary" disabled={busy || into === ''} onClick={() => void count()}>
            {t('预览影响')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
