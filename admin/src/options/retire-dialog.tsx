import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { OptionRow } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { DayField } from '../forms/day-field';
import { TextField } from '../forms/text-field';
import { problemFields, sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { Usage } from './usage-dialog';
import { useConfigure } from './use-configuration';

interface RetireDialogProps {
  readonly option: OptionRow;
  readonly onClose: () => void;
}

/** Asks before an option is retired, and says who carries it: their records stay as they are. */
export function RetireDialog({ option, onClose }: RetireDialogProps) {
  const { change } = useConfigure();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const [lastDay, setLastDay] = useState('');
  const [problem, setProblem] = useState<string>();
  const [dayFault, setDayFault] = useState<string>();
  const retire = async () => {
    const values = lastDay === '' ? { enabled: false } : { validTo: lastDay };
    try {
      await change(option.id, { ...values, version: option.version, reason });
      notify(
        lastDay === ''
          ? t('已停用“{label}”', { label: option.label })
          : t('“{label}”将在 {lastDay} 之后停用', { label: option.label, lastDay }),
        {
          type: 'success',
        },
      );
      onClose();
    } catch (error) {
      const fault = problemFields(error).validTo;
      setDayFault(fault);
      setProblem(fault === undefined ? sentenceOf(error) : undefined);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="retire-title">
      <DialogTitle id="retire-title">{t('停用“{label}”？', { label: option.label })}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        <Usage option={option} />
        <p className="muted">{t('已认定的记录不变，照常显示和统计；停用后新填写的表单不再出现此项。可以重新启用。')}</p>
        <DayField
          label={t('最后可选的日期（不填则立即停用）')}
          value={lastDay}
          onChange={setLastDay}
          error={dayFault}
        />
        <TextField
          label={t('停用原因')}
          value={reason}
          onChange={setReason}
          error={problem}
          maxLength={200}
          autoFocus
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('取消')}</Button>
        <Button variant="contained" color="primary" onClick={() => void retire()}>
          {t('确认停用')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
