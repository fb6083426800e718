import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProposalAdopted, WarningConditions } from '@anju/domain/contracts';
import { useRef, useState } from 'react';
import { sentenceOf } from '../http/problem';
import { parts } from '../http/parts';
import { phrase, t } from '../language/t';
import { colour } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';

const Rows = styled('div')({
  maxHeight: 300,
  overflow: 'auto',
  '& table': { width: '100%', borderCollapse: 'collapse', whiteSpace: 'nowrap' },
  '& th, & td': { padding: '4px 10px 4px 0', borderTop: `1px solid ${colour.line}`, textAlign: 'left' },
});

interface AdoptAllDialogProps {
  /** Of the list that is shown. */
  readonly filter: WarningConditions;
  readonly onClose: () => void;
}

interface Progress {
  readonly adopted: number;
  readonly leftOut: number;
  readonly isDone: boolean;
  readonly isStopped: boolean;
}

const NOTHING_YET: Progress = { adopted: 0, leftOut: 0, isDone: false, isStopped: false };

/** Shows every number that would be adopted, then adopts them part by part. */
export function AdoptAllDialog({ filter, onClose }: AdoptAllDialogProps) {
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  const [problem, setProblem] = useState<string>();
  const stopped = useRef(false);
  const { data, error } = useQuery({
    queryKey: ['warnings', 'proposals', filter],
    queryFn: () => wholePreview(filter),
    gcTime: 0,
  });
  const run = async () => {
    let state = NOTHING_YET;
    stopped.current = false;
    setProgress(state);
    try {
      for await (const part of proposals(filter, false)) {
        state = {
          ...state,
          adopted: state.adopted + part.adopted,
          leftOut: state.leftOut + part.leftOut,
          isStopped: stopped.current && part.next !== null,
        };
        setProgress(state);
        if (state.isStopped) break;
      }
    } catch (failure) {
      setProblem(
        t('{failure}；此前已采用 {adopted} 个', { failure: sentenceOf(failure), adopted: countText(state.adopted) }),
      );
    }
    setProgress({ ...state, isDone: true });
    await queryClient.invalidateQueries();
  };
  const isRunning = progress !== undefined && !progress.isDone;
  return (
    <Dialog open onClose={isRunning ? undefined : onClose} fullWidth maxWidth="md" aria-labelledby="adopt-all-title">
      <DialogTitle id="adopt-all-title">{t('批量采用建议号码')}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        {error && <p role="alert">{sentenceOf(error)}</p>}
        {!data && !error && <p role="status">{t('正在核对……')}</p>}
        {data && !progress && <Preview preview={data} />}
        {progress && (
          <p role="status">
            {t('{progress}采用 {adopted} 个，未采用 {leftOut} 个。', {
              progress: stateWords(progress),
              adopted: countText(progress.adopted),
              leftOut: countText(progress.leftOut),
            })}
          </p>
        )}
        {problem && <p role="alert">{problem}</p>}
      </DialogContent>
      <DialogActions>
        {isRunning ? (
          <Button onClick={() => (stopped.current = true)}>{t('停止')}</Button>
        ) : (
          <Button onClick={onClose}>{progress ? t('关闭') : t('取消')}</Button>
        )}
        {!progress && (
          <Button variant="contained" color="primary" disabled={!data || data.adopted === 0} onClick={() => void run()}>
            {t('全部采用')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function stateWords({ isDone, isStopped }: Progress): string {
  if (!isDone) return t('正在采用：');
  return isStopped ? t('已停止：') : t('已完成：');
}

function Preview({ preview: { adopted, leftOut, reviewed, rows } }: { readonly preview: ProposalAdopted }) {
  if (adopted === 0) return <p>{t('没有可以批量采用的建议号码。')}</p>;
  return (
    <>
      <p>
        {phrase(
          '将更正 {adopted} 个身份证号，按规则由残疾人证号或 15 位号码得出，请抽查核对后采用。{leftOut}{reviewed}',
          {
            adopted: <b>{countText(adopted)}</b>,
            leftOut:
              leftOut > 0 &&
              t('另有 {leftOut} 人与他人号码相同，须逐人核实，不在其中。', { leftOut: countText(leftOut) }),
            reviewed:
              reviewed > 0 && t('其中 {reviewed} 户已审核，采用后须重新审核。', { reviewed: countText(reviewed) }),
          },
        )}
      </p>
      <Rows tabIndex={0} role="region" aria-label={t('将采用的号码')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('姓名')}</th>
              <th scope="col">{t('现有号码')}</th>
              <th scope="col">{t('更正为')}</th>
              <th scope="col">{t('所在地')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.householdId}.${row.personName}.${row.before}`} title={row.reason}>
                <td>{row.personName}</td>
                <td>{row.before}</td>
                <td>{row.after}</td>
                <td>{row.regionName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Rows>
      {adopted > rows.length && (
        <p className="muted">{t('只列出前 {count} 个。', { count: countText(rows.length) })}</p>
      )}
    </>
  );
}

/** The counts of all parts, with the rows of the first. */
async function wholePreview(filter: WarningConditions): Promise<ProposalAdopted> {
  let whole: ProposalAdopted | undefined;
  for await (const part of proposals(filter, true)) {
    whole = whole
      ? {
          ...whole,
          adopted: whole.adopted + part.adopted,
          leftOut: whole.leftOut + part.leftOut,
          reviewed: whole.reviewed + part.reviewed,
        }
      : part;
  }
  if (!whole) throw new Error('The server answered no part');
  return whole;
}

function proposals(filter: WarningConditions, preview: boolean): AsyncGenerator<ProposalAdopted> {
  return parts('/warnings/adopt-proposals', { filter, preview });
}
