import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { IMPORT_STATE_LABELS } from '@anju/domain';
import type { ImportJobDetail } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { download } from '../http/download';
import { sentenceOf } from '../http/problem';
import { Card } from '../layout/card';
import { Icon } from '../theme/icon';
import { colour, PHONE } from '../theme/tokens';
import { countText, sizeText } from '../vocabulary/numbers';
import { CommitDialog } from './commit-dialog';
import { ImportCountsTable } from './import-counts';
import { ImportErrors } from './import-errors';
import { ImportNotes } from './import-notes';
import { JobProgress } from './job-progress';
import { isMoving, useImportActions } from './use-imports';

const Body = styled('div')({
  display: 'grid',
  gap: 12,
  padding: '12px 16px',
  fontSize: 13,
  '& .message': { color: colour.warning },
  '& .buttons': { display: 'flex', flexWrap: 'wrap', gap: 8 },
  [PHONE]: { padding: '10px 12px', '& .buttons > *': { flex: 1 } },
});

/** One import: what it is doing or what came of it, and what can be done next. */
export function ImportCard({ job }: { readonly job: ImportJobDetail }) {
  const moving = isMoving(job.state);
  return (
    <Card aria-label="这次导入">
      <header>
        <h2>
          第 {job.id} 号　{job.fileName}
        </h2>
        {job.fileSize !== null && <span className="muted small">{sizeText(job.fileSize)}</span>}
        <span className="end small">{IMPORT_STATE_LABELS[job.state]}</span>
      </header>
      <Body>
        {moving && <JobProgress label={progressWords(job)} percent={job.percent} />}
        {job.message && (
          <div className={job.state === 'queued' ? 'muted' : 'message'} role="alert">
            {job.message}
          </div>
        )}
        <ImportNotes job={job} />
        <ImportCountsTable job={job} />
        <ImportErrors job={job} />
        <ImportButtons job={job} />
      </Body>
    </Card>
  );
}

function progressWords(job: ImportJobDetail): string {
  if (job.state === 'queued' || job.state === 'commitQueued') {
    return job.ahead > 0 ? `排队中，前面还有 ${countText(job.ahead)} 份名单` : '排队中，马上开始';
  }
  const verb = job.state === 'checking' ? '试算' : '写入';
  return job.phase ? `${verb}：${job.phase}` : `${verb}中`;
}

function ImportButtons({ job }: { readonly job: ImportJobDetail }) {
  const notify = useNotify();
  const { commit, cancel } = useImportActions(job.id);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const isOpen = isMoving(job.state) || job.state === 'checked';
  const tryTo = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
    setBusy(false);
  };
  if (!isOpen && !job.hasErrorWorkbook) return null;
  return (
    <div className="buttons">
      {job.state === 'checked' && isAcceptable(job) && (
        <Button variant="contained" color="primary" disabled={busy} onClick={() => setAsking(true)}>
          提交导入
        </Button>
      )}
      {job.hasErrorWorkbook && (
        <Button disabled={busy} onClick={() => void tryTo(() => download(`/exchange/imports/${job.id}/errors`))}>
          <Icon name="file" />
          下载错误表
        </Button>
      )}
      {isOpen && (
        <Button disabled={busy} onClick={() => void tryTo(cancel)}>
          取消导入
        </Button>
      )}
      {asking && (
        <CommitDialog
          job={job}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            void tryTo(commit);
          }}
        />
      )}
    </div>
  );
}

/** Whether a commit would take any household. */
function isAcceptable({ households }: ImportJobDetail): boolean {
  return households !== null && households.new + households.changed + households.unchanged > 0;
}
