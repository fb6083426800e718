import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { OPEN_IMPORT_STATES } from '@anju/domain';
import type { ImportJobDetail } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { download } from '../http/download';
import { sentenceOf } from '../http/problem';
import { IMPORT_KIND_LABELS, IMPORT_STATE_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { Icon } from '../theme/icon';
import { colour, PHONE } from '../theme/tokens';
import { countText, sizeText } from '../vocabulary/numbers';
import { CommitDialog } from './commit-dialog';
import { ImportCountsTable } from './import-counts';
import { ImportErrors } from './import-errors';
import { ImportExamples } from './import-examples';
import { ImportMappingForm } from './import-mapping';
import { ImportNotes } from './import-notes';
import { JobProgress } from './job-progress';
import { UndoDialog } from './undo-dialog';
import { isMoving, useImportActions } from './use-imports';

const Body = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
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
    <Card aria-label={t('这次导入')}>
      <header>
        <h2>{t('第 {id} 号　{fileName}', { id: job.id, fileName: job.fileName })}</h2>
        <span className="muted small">{IMPORT_KIND_LABELS[job.kind]}</span>
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
        {job.state === 'unmapped' && <ImportMappingForm job={job} />}
        <ImportCountsTable job={job} />
        <ImportExamples job={job} />
        <ImportErrors job={job} />
        <ImportButtons job={job} />
      </Body>
    </Card>
  );
}

function progressWords(job: ImportJobDetail): string {
  if (job.state === 'queued' || job.state === 'commitQueued' || job.state === 'undoQueued') {
    return job.ahead > 0
      ? t('排队中，前面还有 {ahead} 份名单', { ahead: countText(job.ahead) })
      : t('排队中，马上开始');
  }
  const verb = job.state === 'checking' ? t('试算') : job.state === 'undoing' ? t('撤销') : t('写入');
  return job.phase ? t('{verb}：{phase}', { verb, phase: job.phase }) : t('{verb}中', { verb });
}

function ImportButtons({ job }: { readonly job: ImportJobDetail }) {
  const notify = useNotify();
  const { commit, cancel, undo } = useImportActions(job.id);
  const [asking, setAsking] = useState<'commit' | 'undo'>();
  const [busy, setBusy] = useState(false);
  const isOpen = OPEN_IMPORT_STATES.some((state) => state === job.state);
  const ask = (work: () => Promise<void>) => {
    setAsking(undefined);
    void tryTo(work);
  };
  const tryTo = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
    setBusy(false);
  };
  if (!isOpen && !job.hasErrorWorkbook && job.undoUntil === null) return null;
  return (
    <div className="buttons">
      {job.state === 'checked' && isAcceptable(job) && (
        <Button variant="contained" color="primary" disabled={busy} onClick={() => setAsking('commit')}>
          {t('提交导入')}
        </Button>
      )}
      {job.hasErrorWorkbook && (
        <Button disabled={busy} onClick={() => void tryTo(() => download(`/exchange/imports/${job.id}/errors`))}>
          <Icon name="file" />
          {t('下载错误表')}
        </Button>
      )}
      {isOpen && (
        <Button disabled={busy} onClick={() => void tryTo(cancel)}>
          {t('取消导入')}
        </Button>
      )}
      {job.undoUntil !== null && (
        <Button disabled={busy} onClick={() => setAsking('undo')}>
          {t('撤销这次导入')}
        </Button>
      )}
      {asking === 'commit' && (
        <CommitDialog job={job} onClose={() => setAsking(undefined)} onConfirm={() => ask(commit)} />
      )}
      {asking === 'undo' && <UndoDialog job={job} onClose={() => setAsking(undefined)} onConfirm={() => ask(undo)} />}
    </div>
  );
}

/** Whether a commit would take anything. */
function isAcceptable({ households, entries }: ImportJobDetail): boolean {
  const counts = households ?? entries;
  return counts !== null && counts.new + counts.changed + counts.unchanged > 0;
}
