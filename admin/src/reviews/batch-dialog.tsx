import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { ReviewBatchAnswer, ReviewConditions } from '@anju/domain/contracts';
import { parts } from '../http/parts';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { countText } from '../vocabulary/numbers';

interface BatchDialogProps {
  readonly filter: ReviewConditions;
  readonly total: string;
  readonly onClose: () => void;
}

interface Progress {
  readonly approved: number;
  readonly leftOut: ReviewBatchAnswer['leftOut'];
  readonly isDone: boolean;
}

const NOTHING_YET: Progress = { approved: 0, leftOut: [], isDone: false };

/** Approves all that the conditions match, after a question, and names what stayed. */
export function BatchDialog({ filter, total, onClose }: BatchDialogProps) {
  const [includeWarned, setIncludeWarned] = useState(false);
  const [progress, setProgress] = useState<Progress>();
  const [problem, setProblem] = useState<string>();
  const run = async () => {
    let state = NOTHING_YET;
    setProgress(state);
    try {
      const body = { filter, action: 'approve', includeWarned };
      for await (const part of parts<ReviewBatchAnswer>('/registry/reviews/batch', body)) {
        state = {
          approved: state.approved + part.approved,
          leftOut: [...state.leftOut, ...part.leftOut],
          isDone: part.next === null,
        };
        setProgress(state);
      }
    } catch (error) {
      setProblem(
        t('{error}；此前已通过 {approved} 户', { error: sentenceOf(error), approved: countText(state.approved) }),
      );
      setProgress({ ...state, isDone: true });
    }
  };
  const isRunning = progress !== undefined && !progress.isDone;
  return (
    <Dialog open onClose={isRunning ? undefined : onClose} fullWidth maxWidth="sm" aria-labelledby="batch-title">
      <DialogTitle id="batch-title">{t('按条件批量通过')}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        {progress ? (
          <Result progress={progress} />
        ) : (
          <>
            <p>{t('当前条件下共 {total} 户。通过后由您对每一户的审核负责；您本人录入的户不会通过。', { total })}</p>
            <label>
              <input
                type="checkbox"
                checked={includeWarned}
                onChange={(event) => setIncludeWarned(event.target.checked)}
              />{' '}
              {t('有未处理预警的户也通过')}
            </label>
          </>
        )}
        {problem && <p role="alert">{problem}</p>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={isRunning}>
          {progress ? t('关闭') : t('取消')}
        </Button>
        {!progress && (
          <Button color="primary" variant="contained" onClick={() => void run()}>
            {t('确认批量通过')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Result({ progress: { approved, leftOut, isDone } }: { readonly progress: Progress }) {
  return (
    <>
      <p role="status">
        {t('{value}通过 {approved} 户，未通过 {count} 户。', {
          value: isDone ? t('已完成：') : t('正在审核：'),
          approved: countText(approved),
          count: countText(leftOut.length),
        })}
      </p>
      {leftOut.length > 0 && (
        <ul aria-label={t('未通过名单')} style={{ maxHeight: 280, overflow: 'auto', margin: 0, paddingLeft: 18 }}>
          {leftOut.map(({ householdId, headName, regionName, message }) => (
            <li key={householdId}>
              <Link to={`/households/${householdId}`}>{headName}</Link>
              {t('（{regionName}）：{message}', { regionName, message })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
