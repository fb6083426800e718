import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useCurrentUser } from '../auth/current-user';
import { DayField } from '../forms/day-field';
import { TextArea } from '../forms/text-area';
import { TextField } from '../forms/text-field';
import { fieldErrors } from '../http/field-errors';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { RegionPick } from '../regions/region-pick';
import { dayInChina } from '../vocabulary/day-in-china';
import { useAnnounce } from './use-announcements';

/** A week is what most messages are about. */
const USUAL_DAYS = 7;
const DAY_MS = 24 * 3600 * 1000;

/** Writes a message to the user's region or a part of it. */
export function AnnouncementDialog({ onClose }: { readonly onClose: () => void }) {
  const own = useCurrentUser()?.regionCode ?? '';
  const { announce } = useAnnounce();
  const notify = useNotify();
  const [typed, setTyped] = useState(() => ({
    ...{ title: '', text: '', regionCode: '', validFrom: dayInChina(Date.now()) },
    validTo: dayInChina(Date.now() + USUAL_DAYS * DAY_MS),
  }));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const set = (values: Partial<typeof typed>) => setTyped({ ...typed, ...values });
  const errors = fieldErrors(failure);
  const publish = async () => {
    setBusy(true);
    try {
      await announce({ ...typed, regionCode: typed.regionCode || own });
      notify(t('通知已发出'), { type: 'success' });
      onClose();
    } catch (problem) {
      setFailure(problem);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="announcement-title">
      <DialogTitle id="announcement-title">{t('发通知')}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        <p className="muted">{t('所选行政区划内的所有账号都会在工作台看到。请不要写住户的姓名和证件号码。')}</p>
        <TextField
          label={t('标题')}
          value={typed.title}
          onChange={(title) => set({ title })}
          error={errors.title}
          maxLength={60}
          required
          autoFocus
        />
        <TextArea
          label={t('内容')}
          value={typed.text}
          onChange={(text) => set({ text })}
          error={errors.text}
          maxLength={1000}
          required
        />
        <RegionPick
          label={t('发给')}
          deepest={9}
          value={typed.regionCode}
          error={errors.regionCode}
          onChange={(regionCode) => set({ regionCode })}
        />
        <DayField
          label={t('开始日期')}
          value={typed.validFrom}
          onChange={(validFrom) => set({ validFrom })}
          error={errors.validFrom}
          required
        />
        <DayField
          label={t('结束日期')}
          value={typed.validTo}
          onChange={(validTo) => set({ validTo })}
          error={errors.validTo}
          required
        />
        {failure !== undefined && Object.keys(errors).length === 0 && <p role="alert">{sentenceOf(failure)}</p>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('取消')}</Button>
        <Button variant="contained" color="primary" disabled={busy} onClick={() => void publish()}>
          {t('发出')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
