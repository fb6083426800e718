import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { ReasonDialog } from '../../forms/reason-dialog';
import { t } from '../../language/t';

interface MissingPapersDialogProps {
  readonly labels: readonly string[];
  readonly onUpload: () => void;
  readonly onExplain: (text: string) => Promise<void>;
  /** `quiet`: not to be asked again before the sign-out. */
  readonly onLater: (quiet: boolean) => void;
}

/** After a save: lists the papers that are missing still, and asks whether they come now, later, or why not at all. */
export function MissingPapersDialog({ labels, onUpload, onExplain, onLater }: MissingPapersDialogProps) {
  const [explains, setExplains] = useState(false);
  const [quiet, setQuiet] = useState(false);
  if (explains) {
    return (
      <ReasonDialog
        title={t('佐证材料缺失的说明')}
        label={t('说明')}
        action={t('保存说明')}
        tone="primary"
        onConfirm={onExplain}
        onClose={() => setExplains(false)}
      >
        {t('缺 {labels}。说明后解除“佐证材料缺失”预警，审核人可以看到说明。', { labels: labels.join(t('、')) })}
      </ReasonDialog>
    );
  }
  return (
    <Dialog open onClose={() => onLater(quiet)} maxWidth="xs" fullWidth aria-labelledby="papers-title">
      <DialogTitle id="papers-title">{t('已保存，还缺 {count} 类佐证材料', { count: labels.length })}</DialogTitle>
      <DialogContent sx={{ fontSize: 13, px: 2 }}>
        <ul>
          {labels.map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
        <p className="muted">{t('补传或说明之前，这一户记为“佐证材料缺失”预警。')}</p>
        <label>
          <input type="checkbox" checked={quiet} onChange={(event) => setQuiet(event.target.checked)} />{' '}
          {t('都以后再补，不再逐户询问')}
        </label>
      </DialogContent>
      <DialogActions>
        <Button onClick={onUpload}>{t('补传')}</Button>
        <Button onClick={() => setExplains(true)}>{t('填写说明')}</Button>
        <Button variant="contained" color="primary" autoFocus onClick={() => onLater(quiet)}>
          {t('稍后')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
