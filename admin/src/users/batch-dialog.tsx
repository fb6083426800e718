import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { TextArea } from '../forms/text-area';
import { sentenceOf } from '../http/problem';
import { said } from '../language/said';
import { t } from '../language/t';
import { useChildRegions, useRegionPath } from '../regions/use-regions';
import { colour } from '../theme/tokens';
import type { SlipContent } from './password-slips';
import { PASTED_COLUMNS, pastedText, pastedUsers } from './pasted-users';
import { useGrantableRoles, useUserActions } from './use-users';
import { WorkbookButtons } from './workbook-buttons';

const Body = styled('div')({
  display: 'grid',
  gap: 8,
  fontSize: 13,
  '& textarea': { minHeight: 180, tabSize: 12, whiteSpace: 'pre' },
  '& .fault': { color: colour.warning },
});

interface BatchDialogProps {
  readonly county: string;
  readonly onClose: () => void;
  readonly onCreated: (content: SlipContent) => void;
}

/** 批量新增: persons pasted from a spreadsheet or read from a workbook, judged line by line, made all or none. */
export function BatchDialog({ county, onClose, onCreated }: BatchDialogProps) {
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
      setProblem(t('没有开通：{error}', { error: sentenceOf(error) }));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="batch-title">
      <DialogTitle id="batch-title">{t('批量新增')}</DialogTitle>
      <DialogContent sx={{ px: 2 }}>
        <Body>
          <WorkbookButtons onRead={(rows) => setText(pastedText(rows))} onProblem={setProblem} />
          <TextArea
            label={t('从表格复制后粘贴（或上传工作簿），一行一人，依次为：{value}', {
              value: PASTED_COLUMNS.map(said).join(t('、')),
            })}
            value={text}
            spellCheck={false}
            onChange={setText}
          />
          {faulty.map(({ line, faults }) => (
            <p key={line} className="fault">
              {t('第 {line} 行：{faults}', { line, faults: faults.join(t('，')) })}
            </p>
          ))}
          {problem && (
            <p className="fault" role="alert">
              {problem}
            </p>
          )}
          <p className="muted">{t('要么全部开通，要么一个也不开通。开通后显示密码条，只显示一次。')}</p>
        </Body>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('取消')}</Button>
        <Button
          variant="contained"
          color="primary"
          disabled={busy || pasted.length === 0 || faulty.length > 0}
          onClick={() => void create()}
        >
          {busy ? t('正在开通…') : t('开通 {count} 个账号', { count: pasted.length })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
