import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import { useState } from 'react';
import type { HouseholdConditions, RecogniseLinkedAnswer } from '@anju/domain/contracts';
import { useCurrentUser } from '../auth/current-user';
import { problemFields, sentenceOf } from '../http/problem';
import { MessageState } from '../states/message-state';
import { countText } from '../vocabulary/numbers';
import { useForms } from '../vocabulary/use-forms';
import { LeftOutList } from './left-out-list';
import { type Persons, PersonsFields } from './persons-fields';
import { useLinkedPreview, useRecogniseLinked } from './use-recognise-linked';

interface RecogniseLinkedDialogProps {
  readonly filter: HouseholdConditions;
  readonly onClose: () => void;
}

/** Shows what the set comes to, then asks once, with the persons and dates that answer for it. */
export function RecogniseLinkedDialog({ filter, onClose }: RecogniseLinkedDialogProps) {
  const { data: preview, error, refetch } = useLinkedPreview(filter);
  const user = useCurrentUser();
  const today = useForms()?.today ?? '';
  const recognise = useRecogniseLinked();
  const [typed, setTyped] = useState<Partial<Persons>>({});
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<RecogniseLinkedAnswer>();
  const persons: Persons = {
    entryPerson: user?.name ?? '',
    entryDate: today,
    townshipReviewer: user?.townshipReviewer ?? '',
    townshipReviewDate: '',
    countyReviewer: user?.countyReviewer ?? '',
    countyReviewDate: '',
    ...typed,
  };
  const confirm = async () => {
    setBusy(true);
    setProblem(undefined);
    setFaults({});
    try {
      setDone(await recognise(filter, { ...persons }));
    } catch (failure) {
      setFaults(problemFields(failure));
      setProblem(`没有认定：${sentenceOf(failure)}`);
    }
    setBusy(false);
  };
  const mayConfirm = !done && preview !== undefined && preview.recognisable > 0;
  return (
    <Dialog open onClose={busy ? undefined : onClose} fullWidth maxWidth="sm" aria-labelledby="linked-title">
      <DialogTitle id="linked-title">按关联信息认定</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        {error && (
          <MessageState
            icon="warning"
            title="没有读出关联信息"
            next={
              <button type="button" onClick={() => void refetch()}>
                重试
              </button>
            }
          >
            {sentenceOf(error)}
          </MessageState>
        )}
        {!preview && !error && <p role="status">正在核对关联信息……</p>}
        {done ? (
          <p role="status">已认定 {countText(done.recognised)} 户，各户的操作日志均有记录。</p>
        ) : (
          preview && <Found preview={preview} />
        )}
        {preview && <LeftOutList leftOut={(done ?? preview).leftOut} />}
        {mayConfirm && (
          <PersonsFields persons={persons} faults={faults} onChange={(next) => setTyped({ ...typed, ...next })} />
        )}
        {busy && <LinearProgress aria-label="正在认定" />}
        {problem && <p role="alert">{problem}</p>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy}>
          {done ? '完成' : '取消'}
        </Button>
        {mayConfirm && (
          <Button variant="contained" color="primary" disabled={busy} onClick={() => void confirm()}>
            认定 {countText(preview.recognisable)} 户
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Found({ preview }: { readonly preview: RecogniseLinkedAnswer }) {
  const { matched, recognisable, byKind } = preview;
  return (
    <p>
      符合条件的未认定户 {countText(matched)} 户，其中 <b>{countText(recognisable)}</b>{' '}
      户只有一处关联信息且内容完整，可以认定：农村危房改造 {countText(byKind.renovation)} 户，易地扶贫搬迁{' '}
      {countText(byKind.povertyRelocation)} 户。要么全部认定，要么一户也不认定。
    </p>
  );
}
