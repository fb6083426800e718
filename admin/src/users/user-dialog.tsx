import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import type { UserRow } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { problemFields, sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { useIsPhone } from '../theme/use-is-phone';
import type { SlipContent } from './password-slips';
import { changeOf, draftOf, missingOf, newUserOf } from './user-draft';
import { UserFields } from './user-fields';
import { useUserActions } from './use-users';

/** On a phone the fields scroll and the buttons stay in reach. */
const Form = styled('form')({ display: 'flex', flexDirection: 'column', minHeight: 0, height: '100%' });

interface UserDialogProps {
  /** The person whose data are changed; absent for a new one. */
  readonly known: UserRow | undefined;
  readonly regionCode: string;
  readonly onClose: () => void;
  readonly onCreated: (content: SlipContent) => void;
}

/** The form of a new or a known person; what the server refuses is said at its field. */
export function UserDialog({ known, regionCode, onClose, onCreated }: UserDialogProps) {
  const isPhone = useIsPhone();
  const [before] = useState(() => draftOf(known, regionCode));
  const [draft, setDraft] = useState(before);
  const { save, busy, faults, problem } = useSave(known, onClose, onCreated);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(draft, before);
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" fullScreen={isPhone} aria-labelledby="user-title">
      <Form onSubmit={submit} noValidate aria-label={known ? t('修改用户') : t('新增用户')}>
        <DialogTitle id="user-title">{known ? t('修改“{name}”', { name: known.name }) : t('新增用户')}</DialogTitle>
        <DialogContent sx={{ px: 2 }}>
          <UserFields draft={draft} faults={faults} isNew={known === undefined} onChange={setDraft} />
          {problem && <p role="alert">{problem}</p>}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('取消')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={busy}>
            {known ? t('保存') : t('开通账号')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function useSave(known: UserRow | undefined, onClose: () => void, onCreated: (content: SlipContent) => void) {
  const actions = useUserActions();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const send = async (draft: ReturnType<typeof draftOf>, before: ReturnType<typeof draftOf>) => {
    if (!known) return onCreated({ reason: 'created', slips: [await actions.create(newUserOf(draft))] });
    const change = changeOf(draft, before);
    if (Object.keys(change).length > 0) await actions.change(known.id, change);
    notify(t('已保存'), { type: 'success' });
    onClose();
  };
  const save: typeof send = async (draft, before) => {
    const missing = missingOf(draft);
    setFaults(missing);
    setProblem(undefined);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    try {
      await send(draft, before);
    } catch (error) {
      setFaults(problemFields(error));
      setProblem(t('没有保存：{error}', { error: sentenceOf(error) }));
      setBusy(false);
    }
  };
  return { save, busy, faults, problem };
}
