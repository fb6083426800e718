import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQuery } from '@tanstack/react-query';
import type { RenovationRow } from '@anju/domain/contracts';
import { useState } from 'react';
import { FoundList } from '../forms/found-list';
import { TextField } from '../forms/text-field';
import { sentenceOf } from '../http/problem';
import { request } from '../http/request';
import { t } from '../language/t';
import { useLinking } from '../renovations/use-linking';
import { useOptionLabel } from '../vocabulary/use-options';

const MOST_SHOWN = 10;

interface LinkArchiveDialogProps {
  readonly householdId: number;
  readonly headName: string;
  readonly onClose: () => void;
}

/** Finds the archive of a household among those that belong to none, by the head's name, and links it with a reason. */
export function LinkArchiveDialog({ householdId, headName, onClose }: LinkArchiveDialogProps) {
  const { chosen, setChosen, reason, setReason, faults, busy, link } = useLinking(t('请先选择一份档案'), onClose);
  const [name, setName] = useState(headName);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="link-archive-title">
      <DialogTitle id="link-archive-title">{t('关联档案')}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        <TextField label={t('档案户主')} value={name} onChange={setName} maxLength={50} autoComplete="off" />
        <FoundArchives headName={name.trim()} chosen={chosen} onChoose={setChosen} />
        {faults.choice && <p role="alert">{faults.choice}</p>}
        <TextField
          label={t('关联原因')}
          value={reason}
          onChange={setReason}
          required
          error={faults.reason}
          maxLength={500}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('取消')}</Button>
        <Button
          variant="contained"
          color="primary"
          disabled={busy}
          onClick={() => void link((archive) => ({ archive, householdId }))}
        >
          {t('关联')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface FoundArchivesProps {
  readonly headName: string;
  readonly chosen: number | undefined;
  readonly onChoose: (id: number) => void;
}

function FoundArchives({ headName, chosen, onChoose }: FoundArchivesProps) {
  const labelOf = useOptionLabel();
  const { data, error } = useQuery({
    queryKey: ['renovations', 'unlinked', headName],
    queryFn: async ({ signal }) => {
      const filter = JSON.stringify({ tab: 'unlinked', headName });
      const query = new URLSearchParams({ filter, range: JSON.stringify([0, MOST_SHOWN - 1]) });
      return (await request<RenovationRow[]>(`/registry/renovations?${query}`, { signal })).json;
    },
    enabled: headName !== '',
    gcTime: 0,
  });
  if (error) return <p role="alert">{sentenceOf(error)}</p>;
  if (headName === '') return <p className="muted">{t('请输入档案户主的姓名。')}</p>;
  if (!data) return <p className="muted">{t('正在查找……')}</p>;
  if (data.length === 0)
    return <p className="muted">{t('没有未关联的档案，请核对姓名，或先在“危房改造档案”中新增。')}</p>;
  return (
    <FoundList role="radiogroup" aria-label={t('找到的档案')}>
      {data.flatMap((row) =>
        row.id === null ? (
          []
        ) : (
          <label key={row.id}>
            <input
              type="radio"
              name="archive"
              checked={row.id === chosen}
              onChange={() => row.id !== null && onChoose(row.id)}
            />
            <span>
              {row.headName} · {row.regionName} · {row.idNumber ?? t('无身份证号')}
              {row.planYear !== null && t(' · {planYear} 年', { planYear: row.planYear })}
              {row.renovationMode && ` · ${labelOf('renovationMode', row.renovationMode)}`}
            </span>
          </label>
        ),
      )}
    </FoundList>
  );
}
