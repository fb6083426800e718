import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQuery } from '@tanstack/react-query';
import type { ConfigurationRestored } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { TextField } from '../forms/text-field';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { LoadingRows } from '../states/loading-rows';
import { countText } from '../vocabulary/numbers';
import { Effect } from './evidence-effect';
import { previewRestore, useConfigure } from './use-configuration';

interface RestoreDialogProps {
  readonly subject: string;
  readonly onClose: () => void;
}

/** 恢复默认: what it changes and whom that concerns, and only then the word to do it. */
export function RestoreDialog({ subject, onClose }: RestoreDialogProps) {
  const { restore } = useConfigure();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const { data, error } = useQuery({
    queryKey: ['restore-preview', subject],
    queryFn: () => previewRestore(subject),
    gcTime: 0,
  });
  const refused: unknown = failure ?? error ?? undefined;
  const isDifferent = data !== undefined && data.words.length > 0;
  const confirm = async ({ version }: ConfigurationRestored) => {
    setBusy(true);
    try {
      await restore(subject, version, reason);
      const updated = subject === 'warnings' ? t('预警已按默认规则更新') : t('录入表单立即更新');
      notify(t('已恢复默认，{updated}', { updated }), { type: 'success' });
      onClose();
    } catch (problem) {
      setFailure(problem);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="restore-title">
      <DialogTitle id="restore-title">{t('恢复默认？')}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        {!data && refused === undefined && <LoadingRows rows={3} />}
        {data && <Differences restored={data} />}
        {isDifferent && <TextField label={t('恢复原因')} value={reason} onChange={setReason} maxLength={200} />}
        {refused !== undefined && <p role="alert">{sentenceOf(refused)}</p>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{isDifferent ? t('取消') : t('关闭')}</Button>
        {isDifferent && (
          <Button variant="contained" color="primary" disabled={busy} onClick={() => void confirm(data)}>
            {t('确认恢复')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Differences({ restored: { words, effect, warnings } }: { readonly restored: ConfigurationRestored }) {
  if (words.length === 0) return <p>{t('现在就是系统出厂的内容，没有可恢复的。')}</p>;
  return (
    <>
      <p>{t('恢复后与系统出厂的内容一致，可以撤销。将会：')}</p>
      <ul style={{ paddingInlineStart: 20, listStyle: 'disc' }}>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
      {effect && <Effect effect={effect} />}
      {warnings && (
        <p>
          {t('将新增 {appear} 条预警，解除 {vanish} 条。', {
            appear: countText(warnings.appear),
            vanish: countText(warnings.vanish),
          })}
        </p>
      )}
    </>
  );
}
