import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import { useRef, useState } from 'react';
import type { HouseholdConditions, RecogniseLinkedAnswer } from '@anju/domain/contracts';
import { useCurrentUser } from '../auth/current-user';
import { problemFields, sentenceOf } from '../http/problem';
import { phrase, t } from '../language/t';
import { MessageState } from '../states/message-state';
import { countText } from '../vocabulary/numbers';
import { useForms } from '../vocabulary/use-forms';
import { LeftOutList } from './left-out-list';
import { type Persons, PersonsFields } from './persons-fields';
import { type LinkedProgress, useLinkedPreview, useRecogniseLinked } from './use-recognise-linked';

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
  const [progress, setProgress] = useState<LinkedProgress>();
  const stopped = useRef(false);
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
    let reached: LinkedProgress | undefined;
    setBusy(true);
    setProblem(undefined);
    setFaults({});
    stopped.current = false;
    try {
      await recognise(
        filter,
        { ...persons },
        (now) => setProgress((reached = now)),
        () => stopped.current,
      );
    } catch (failure) {
      setFaults(problemFields(failure));
      setProblem(problemWords(failure, reached));
      setProgress(reached && { ...reached, isDone: true });
    }
    setBusy(false);
  };
  const mayConfirm = !progress && preview !== undefined && preview.recognisable > 0;
  return (
    <Dialog open onClose={busy ? undefined : onClose} fullWidth maxWidth="sm" aria-labelledby="linked-title">
      <DialogTitle id="linked-title">{t('按关联信息认定')}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        {error && (
          <MessageState
            icon="warning"
            title={t('没有读出关联信息')}
            next={
              <button type="button" onClick={() => void refetch()}>
                {t('重试')}
              </button>
            }
          >
            {sentenceOf(error)}
          </MessageState>
        )}
        {!preview && !error && <p role="status">{t('正在核对关联信息……')}</p>}
        {preview && (progress ? <Reached progress={progress} of={preview.matched} /> : <Found preview={preview} />)}
        {preview && !busy && <LeftOutList leftOut={(progress ?? preview).leftOut} />}
        {mayConfirm && (
          <PersonsFields persons={persons} faults={faults} onChange={(next) => setTyped({ ...typed, ...next })} />
        )}
        {busy && preview && (
          <LinearProgress
            aria-label={t('正在认定')}
            variant="determinate"
            value={Math.min(100, (100 * (progress?.judged ?? 0)) / Math.max(1, preview.matched))}
          />
        )}
        {problem && <p role="alert">{problem}</p>}
      </DialogContent>
      <DialogActions>
        {busy ? (
          <Button onClick={() => (stopped.current = true)}>{t('停止')}</Button>
        ) : (
          <Button onClick={onClose}>{progress ? t('完成') : t('取消')}</Button>
        )}
        {mayConfirm && (
          <Button variant="contained" color="primary" disabled={busy} onClick={() => void confirm()}>
            {t('认定 {recognisable} 户', { recognisable: countText(preview.recognisable) })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Reached({ progress, of }: { readonly progress: LinkedProgress; readonly of: number }) {
  const { judged, recognised, isDone } = progress;
  return (
    <p role="status">
      {isDone
        ? t('已认定 {recognised} 户，各户的操作日志均有记录。', { recognised: countText(recognised) })
        : t('正在认定：已核对 {judged} / {of} 户，认定 {recognised} 户。', {
            judged: countText(judged),
            of: countText(of),
            recognised: countText(recognised),
          })}
    </p>
  );
}

function problemWords(failure: unknown, reached: LinkedProgress | undefined): string {
  if (!reached) return t('没有认定：{failure}', { failure: sentenceOf(failure) });
  return t('{failure}；此前已认定 {recognised} 户，可以重新打开继续', {
    failure: sentenceOf(failure),
    recognised: countText(reached.recognised),
  });
}

function Found({ preview }: { readonly preview: RecogniseLinkedAnswer }) {
  const { matched, recognisable, byKind } = preview;
  return (
    <p>
      {phrase(
        '符合条件的未认定户 {matched} 户，其中 {recognisable} 户只有一处关联信息且内容完整，可以认定：农村危房改造 {renovation} 户，易地扶贫搬迁 {povertyRelocation} 户。每 500 户保存一次，可以随时停止；已认定的户不受影响。',
        {
          matched: countText(matched),
          recognisable: <b>{countText(recognisable)}</b>,
          renovation: countText(byKind.renovation),
          povertyRelocation: countText(byKind.povertyRelocation),
        },
      )}
    </p>
  );
}
