import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import type { HouseholdRecord, ReviewReason } from '@anju/domain/contracts';
import { Condition } from '../forms/condition';
import { TextField } from '../forms/text-field';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { useForms } from '../vocabulary/use-forms';
import { reasonFields } from './reason-fields';

interface ReturnDialogProps {
  readonly record: HouseholdRecord;
  readonly onReturn: (reasons: readonly ReviewReason[]) => Promise<void>;
  readonly onClose: () => void;
}

const BLANK: ReviewReason = { field: 'record', text: '' };

/** Returns a record with one reason or more, each at the field that it is about. */
export function ReturnDialog({ record, onReturn, onClose }: ReturnDialogProps) {
  const forms = useForms();
  const [reasons, setReasons] = useState<readonly ReviewReason[]>([BLANK]);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const choices = forms ? reasonFields(record, forms) : [];
  const change = (index: number, part: Partial<ReviewReason>) =>
    setReasons(reasons.map((reason, at) => (at === index ? { ...reason, ...part } : reason)));
  const confirm = async () => {
    if (reasons.some(({ text }) => text.trim() === '')) return setProblem(t('请填写每一条退回原因'));
    setBusy(true);
    try {
      await onReturn(reasons.map(({ field, text }) => ({ field, text: text.trim() })));
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="return-title">
      <DialogTitle id="return-title">{t('退回 {headName}', { headName: record.headName })}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        <p>{t('录入人会在对应栏目旁看到退回原因；该户仍计为已录入。')}</p>
        {reasons.map((reason, index) => (
          <div key={index} style={{ display: 'grid', gridTemplateColumns: 'minmax(0,1fr) minmax(0,2fr)', gap: 8 }}>
            <Condition style={{ alignSelf: 'start', marginTop: 20 }}>
              <select
                aria-label={t('栏目')}
                value={reason.field}
                onChange={(event) => change(index, { field: event.target.value })}
              >
                {choices.map(({ field, label }) => (
                  <option key={field} value={field}>
                    {label}
                  </option>
                ))}
              </select>
              <Icon name="down" />
            </Condition>
            <TextField
              label={t('退回原因')}
              value={reason.text}
              onChange={(text) => change(index, { text })}
              required
              error={index === reasons.length - 1 ? problem : undefined}
              maxLength={300}
              autoFocus={index === reasons.length - 1}
            />
          </div>
        ))}
        <Button sx={{ justifySelf: 'start' }} onClick={() => setReasons([...reasons, BLANK])}>
          {t('再加一条')}
        </Button>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('取消')}</Button>
        <Button color="error" disabled={busy} onClick={() => void confirm()}>
          {t('确认退回')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
