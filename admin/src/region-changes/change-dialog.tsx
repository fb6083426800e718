import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { RegionChangePlan, RegionRow } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { TextField } from '../forms/text-field';
import { problemFields, sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { ChangeFields } from './change-fields';
import { CHANGE_LABELS, type ChangeKind } from './change-kind';
import { describedChange } from './described-change';
import { PlanView } from './plan-view';
import { previewChange, useMakeChange } from './use-region-changes';
import { EMPTY_CHANGE, type TypedChange } from './typed-change';

interface ChangeDialogProps {
  readonly kind: ChangeKind;
  readonly region: RegionRow;
  readonly own: string;
  readonly onClose: () => void;
}

/** A change of one region: what is wanted, what it does, and only then the word to do it. */
export function ChangeDialog({ kind, region, own, onClose }: ChangeDialogProps) {
  const [typed, setTyped] = useState<TypedChange>(EMPTY_CHANGE);
  const [plan, setPlan] = useState<RegionChangePlan>();
  const [isOutdated, setOutdated] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const [problem, setProblem] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const make = useMakeChange();
  const notify = useNotify();
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem({});
    try {
      await work();
    } catch (error) {
      const fields = problemFields(error);
      setProblem(Object.keys(fields).length > 0 ? fields : { '': sentenceOf(error) });
    }
    setBusy(false);
  };
  const change = describedChange(kind, region.code, typed);
  const ask = () =>
    attempt(async () => {
      setPlan(await previewChange(change));
      setOutdated(false);
    });
  const confirm = () =>
    attempt(async () => {
      const made = await make(change);
      notify(t('已完成：{summary}', { summary: made.summary }), { type: 'success' });
      onClose();
    });
  const type = (next: TypedChange) => {
    setTyped(next);
    setPlan(undefined);
    setConfirmed(false);
  };
  // Code after code is given in the shown plan; what they do is asked for again before anything is done.
  const give = (codes: TypedChange['codes']) => {
    setTyped({ ...typed, codes });
    setOutdated(true);
    setConfirmed(false);
  };
  const faults = { ...problem, ...(isOutdated ? {} : plan?.problems) };
  const ready = plan !== undefined && !isOutdated && Object.keys(faults).length === 0;
  return (
    <Dialog open onClose={busy ? undefined : onClose} fullWidth maxWidth="md" aria-labelledby="change-title">
      <DialogTitle id="change-title">
        {t('{kind}“{name}”（{code}）', { kind: CHANGE_LABELS[kind], name: region.name, code: region.code })}
      </DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        <ChangeFields kind={kind} region={region} own={own} typed={typed} faults={faults} onType={type} />
        <TextField
          label={t('调整依据（文号）')}
          required
          value={typed.reason}
          onChange={(reason) => setTyped({ ...typed, reason })}
          maxLength={200}
          error={faults['reason']}
        />
        {Object.entries(faults)
          .filter(([field]) => !['reason', 'name', 'code', 'into'].includes(field))
          .map(([field, text]) => (
            <p key={field} role="alert">
              {text}
            </p>
          ))}
        {plan && isOutdated && <p role="status">{t('代码已修改，请再次预览影响后确认。')}</p>}
        {plan && (
          <PlanView plan={plan} fixed={kind === 'rename' ? region.code : ''} given={typed.codes} onGive={give} />
        )}
        {ready && (
          <label>
            <input type="checkbox" checked={confirmed} onChange={({ target }) => setConfirmed(target.checked)} />{' '}
            {t('我已核对代码对照；区划调整后不能撤销，只能再次调整。')}
          </label>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy}>
          {t('取消')}
        </Button>
        {ready ? (
          <Button variant="contained" color="primary" disabled={busy || !confirmed} onClick={() => void confirm()}>
            {busy ? t('正在调整……') : t('确认{kind}', { kind: CHANGE_LABELS[kind] })}
          </Button>
        ) : (
          <Button
            variant="contained"
            color="primary"
            disabled={busy || (kind === 'merge' && typed.into === '')}
            onClick={() => void ask()}
          >
            {t('预览影响')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
