import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import { useId, useState } from 'react';
import { sentenceOf } from '../http/problem';
import { useChildRegions, useRegionPath } from '../regions/use-regions';
import { colour, size } from '../theme/tokens';
import type { SlipContent } from './password-slips';
import { PASTED_COLUMNS, pastedUsers } from './pasted-users';
import { useGrantableRoles, useUserActions } from './use-users';

const Body = styled('div')({
  display: 'grid',
  gap: 8,
  fontSize: 13,
  '& textarea': {
    width: '100%',
    boxSizing: 'border-box',
    minHeight: 180,
    padding: '6px 9px',
    border: `1px solid ${colour.field}`,
    borderRadius: size.radius,
    font: 'inherit',
    tabSize: 12,
    whiteSpace: 'pre',
  },
  '& .fault': { color: colour.warning },
});

interface BatchDialogProps {
  readonly county: string;
  readonly onClose: () => void;
  readonly onCreated: (content: SlipContent) => void;
}

/** 批量新增: persons pasted from a spreadsheet, judged line by line, made all or none. */
export function BatchDialog({ county, onClose, onCreated }: BatchDialogProps) {
  const id = useId();
  const { createAll } = useUserActions();
  const roles = useGrantableRoles();
  const townships = useChildRegions(county) ?? [];
  const own = useRegionPath(county).filter(({ code }) => code === county);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const pasted = pastedUsers(text, roles, [...own, ...townships]);
  const faulty = pasted.filter(({ faults }) => faults.length > 0);
  const create = async () => {
    setBusy(true);
    try {
      onCreated({ reason: 'created', slips: await createAll(pasted.map(({ user }) => user)) });
    } catch (error) {
      setProblem(`没有开通：${sentenceOf(error)}`);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="batch-title">
      <DialogTitle id="batch-title">批量新增</DialogTitle>
      <DialogContent sx={{ px: 2 }}>
        <Body>
          <label htmlFor={id}>从表格复制后粘贴，一行一人，依次为：{PASTED_COLUMNS.join('、')}</label>
          <textarea id={id} value={text} spellCheck={false} onChange={(event) => setText(event.target.value)} />
          {faulty.map(({ line, faults }) => (
            <p key={line} className="fault">
              第 {line} 行：{faults.join('，')}
            </p>
          ))}
          {problem && (
            <p className="fault" role="alert">
              {problem}
            </p>
          )}
          <p className="muted">要么全部开通，要么一个也不开通。开通后显示密码条，只显示一次。</p>
        </Body>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>取消</Button>
        <Button
          variant="contained"
          color="primary"
          disabled={busy || pasted.length === 0 || faulty.length > 0}
          onClick={() => void create()}
        >
          {busy ? '正在开通…' : `开通 ${pasted.length} 个账号`}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
