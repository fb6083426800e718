import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import type { HouseholdRow, RenovationDetail } from '@anju/domain/contracts';
import { useState, type FormEvent } from 'react';
import { FoundList } from '../forms/found-list';
import { TextField } from '../forms/text-field';
import { personFilter } from '../households/person-conditions';
import { sentenceOf } from '../http/problem';
import { request } from '../http/request';
import { SAFEGUARD_KIND_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { useLinking } from './use-linking';

const Search = styled('form')({ display: 'flex', alignItems: 'end', gap: 8, '& > div': { flex: 1 } });

const MOST_SHOWN = 10;

interface LinkDialogProps {
  readonly archive: RenovationDetail;
  readonly onClose: () => void;
}

/** Finds the household that an archive belongs to, and links them with a reason. */
export function LinkDialog({ archive, onClose }: LinkDialogProps) {
  const { chosen, setChosen, reason, setReason, faults, busy, link } = useLinking(t('请先选择一户'), onClose);
  const [text, setText] = useState(archive.headName);
  const [asked, setAsked] = useState(archive.headName);
  const search = (event: FormEvent) => {
    event.preventDefault();
    setChosen(undefined);
    setAsked(text.trim());
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="link-title">
      <DialogTitle id="link-title">{t('手工关联')}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        <Search onSubmit={search} role="search" aria-label={t('查找户')}>
          <TextField
            label={t('户主或成员的姓名或身份证号')}
            value={text}
            onChange={setText}
            maxLength={40}
            autoComplete="off"
          />
          <Button type="submit">{t('查找')}</Button>
        </Search>
        <FoundHouseholds asked={asked} chosen={chosen} onChoose={setChosen} />
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
          onClick={() => void link((householdId) => ({ archive: archive.id, householdId }))}
        >
          {t('关联')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface FoundHouseholdsProps {
  readonly asked: string;
  readonly chosen: number | undefined;
  readonly onChoose: (id: number) => void;
}

function FoundHouseholds({ asked, chosen, onChoose }: FoundHouseholdsProps) {
  const { data, error } = useQuery({
    queryKey: ['renovations', 'households', asked],
    queryFn: async ({ signal }) => {
      const filter = JSON.stringify(personFilter(asked));
      const query = new URLSearchParams({ filter, range: JSON.stringify([0, MOST_SHOWN - 1]) });
      return (await request<HouseholdRow[]>(`/registry/households?${query}`, { signal })).json;
    },
    enabled: asked !== '',
    gcTime: 0,
  });
  if (error) return <p role="alert">{sentenceOf(error)}</p>;
  if (asked === '') return <p className="muted">{t('请输入姓名或身份证号查找。')}</p>;
  if (!data) return <p className="muted">{t('正在查找……')}</p>;
  if (data.length === 0) return <p className="muted">{t('没有找到，请核对姓名或身份证号。')}</p>;
  return (
    <FoundList role="radiogroup" aria-label={t('找到的户')}>
      {data.map((row) => (
        <label key={row.id}>
          <input type="radio" name="household" checked={row.id === chosen} onChange={() => onChoose(row.id)} />
          <span>
            {t('{headName}户{matchedPerson} · {regionName} · {idNumber}{kind}', {
              headName: row.headName,
              matchedPerson: row.matchedPerson && t('（含 {matchedPerson}）', { matchedPerson: row.matchedPerson }),
              regionName: row.regionName,
              idNumber: row.idNumber ?? t('无身份证号'),
              kind: row.kind && ` · ${SAFEGUARD_KIND_LABELS[row.kind]}`,
            })}
          </span>
        </label>
      ))}
      {data.length === MOST_SHOWN && (
        <p className="muted">{t('只显示前 {value} 户，请输入更完整的姓名或身份证号。', { value: MOST_SHOWN })}</p>
      )}
    </FoundList>
  );
}
