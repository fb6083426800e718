import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { ReviewBatchAnswer, ReviewConditions } from '@anju/domain/contracts';
import { request } from '../http/request';
import { sentenceOf } from '../http/problem';
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

/** Approves all that the conditions match, after a question, and names what stayed. */
export function BatchDialog({ filter, total, onClose }: BatchDialogProps) {
  const [includeWarned, setIncludeWarned] = useState(false);
  const [progress, setProgress] = useState<Progress>();
  const [problem, setProblem] = useState<string>();
  const run = async () => {
    let state: Progress = { approved: 0, leftOut: [], isDone: false };
    let after: string | null = null;
    setProgress(state);
    try {
      do {
        const answer: ReviewBatchAnswer = await approvePart({ filter, includeWarned, after });
        after = answer.next;
        state = {
          approved: state.approved + answer.approved,
          leftOut: [...state.leftOut, ...answer.leftOut],
          isDone: after === null,
        };
        setProgress(state);
      } while (after !== null);
    } catch (error) {
      setProblem(`${sentenceOf(error)}；此前已通过 ${countText(state.approved)} 户`);
      setProgress({ ...state, isDone: true });
    }
  };
  const isRunning = progress !== undefined && !progress.isDone;
  return (
    <Dialog open onClose={isRunning ? undefined : onClose} fullWidth maxWidth="sm" aria-labelledby="batch-title">
      <DialogTitle id="batch-title">按条件批量通过</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        {progress ? (
          <Result progress={progress} />
        ) : (
          <>
            <p>当前条件下共 {total} 户。通过后由您对每一户的审核负责；您本人录入的户不会通过。</p>
            <label>
              <input
                type="checkbox"
                checked={includeWarned}
                onChange={(event) => setIncludeWarned(event.target.checked)}
              />{' '}
              有未处理预警的户也通过
            </label>
          </>
        )}
        {problem && <p role="alert">{problem}</p>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={isRunning}>
          {progress ? '关闭' : '取消'}
        </Button>
        {!progress && (
          <Button color="primary" variant="contained" onClick={() => void run()}>
            确认批量通过
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
        {isDone ? '已完成：' : '正在审核：'}通过 {countText(approved)} 户，未通过 {countText(leftOut.length)} 户。
      </p>
      {leftOut.length > 0 && (
        <ul aria-label="未通过名单" style={{ maxHeight: 280, overflow: 'auto', margin: 0, paddingLeft: 18 }}>
          {leftOut.map(({ householdId, headName, regionName, message }) => (
            <li key={householdId}>
              <Link to={`/households/${householdId}`}>{headName}</Link>（{regionName}）：{message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface Part {
  readonly filter: ReviewConditions;
  readonly includeWarned: boolean;
  readonly after: string | null;
}

async function approvePart({ filter, includeWarned, after }: Part): Promise<ReviewBatchAnswer> {
  const body = { filter, action: 'approve', includeWarned, ...(after === null ? {} : { after }) };
  return (await request<ReviewBatchAnswer>('/registry/reviews/batch', { method: 'POST', body })).json;
}
