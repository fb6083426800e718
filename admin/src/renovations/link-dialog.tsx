import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { SAFEGUARD_KIND_LABELS } from '@anju/domain';
import type { HouseholdRow, RenovationDetail } from '@anju/domain/contracts';
import { useState, type FormEvent } from 'react';
import { TextField } from '../forms/text-field';
import { personFilter } from '../households/person-conditions';
import { problemFields, sentenceOf } from '../http/problem';
import { request } from '../http/request';
import { colour, size } from '../theme/tokens';
import { useRenovationStep } from './use-renovations';

const Search = styled('form')({ display: 'flex', alignItems: 'end', gap: 8, '& > div': { flex: 1 } });
const Found = styled('div')({
  display: 'grid',
  gap: 4,
  '& label': {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    minHeight: 34,
    padding: '4px 8px',
    border: `1px solid ${colour.line}`,
    borderRadius: size.radius,
    cursor: 'pointer',
  },
});

const MOST_SHOWN = 10;

interface LinkDialogProps {
  readonly archive: RenovationDetail;
  readonly onClose: () => void;
}

/** Finds the household that an archive belongs to, and links them with a reason. */
export function LinkDialog({ archive, onClose }: LinkDialogProps) {
  const step = useRenovationStep();
  const [text, setText] = useState(archive.headName);
  const [asked, setAsked] = useState(archive.headName);
  const [chosen, setChosen] = useState<number>();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const search = (event: FormEvent) => {
    event.preventDefault();
    setChosen(undefined);
    setAsked(text.trim());
  };
  const confirm = async () => {
    if (chosen === undefined) return setProblem('请先选择一户');
    if (reason.trim() === '') return setProblem('请填写关联原因');
    setBusy(true);
    try {
      await step(`/${archive.id}/link`, 'POST', { householdId: chosen, reason: reason.trim() });
      onClose();
    } catch (error) {
      setProblem(problemFields(error).householdId ?? sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="link-title">
      <DialogTitle id="link-title">手工关联</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        <Search onSubmit={search} role="search" aria-label="查找户">
          <TextField
            label="户主或成员的姓名或身份证号"
            value={text}
            onChange={setText}
            maxLength={40}
            autoComplete="off"
          />
          <Button type="submit">查找</Button>
        </Search>
        <FoundHouseholds asked={asked} chosen={chosen} onChoose={setChosen} />
        <TextField label="关联原因" value={reason} onChange={setReason} required error={problem} maxLength={500} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>取消</Button>
        <Button variant="contained" color="primary" disabled={busy} onClick={() => void confirm()}>
          关联
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
  if (asked === '') return <p className="muted">请输入姓名或身份证号查找。</p>;
  if (!data) return <p className="muted">正在查找……</p>;
  if (data.length === 0) return <p className="muted">没有找到，请核对姓名或身份证号。</p>;
  return (
    <Found role="radiogroup" aria-label="找到的户">
      {data.map((row) => (
        <label key={row.id}>
          <input type="radio" name="household" checked={row.id === chosen} onChange={() => onChoose(row.id)} />
          <span>
            {row.headName}户{row.matchedPerson && `（含 ${row.matchedPerson}）`} · {row.regionName} ·{' '}
            {row.idNumber ?? '无身份证号'}
            {row.kind && ` · ${SAFEGUARD_KIND_LABELS[row.kind]}`}
          </span>
        </label>
      ))}
      {data.length === MOST_SHOWN && <p className="muted">只显示前 {MOST_SHOWN} 户，请输入更完整的姓名或身份证号。</p>}
    </Found>
  );
}
