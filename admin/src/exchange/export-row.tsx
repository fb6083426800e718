import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { ExportJob } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { download } from '../http/download';
import { sentenceOf } from '../http/problem';
import { EXPORT_UNITS } from '../language/domain-words';
import { t } from '../language/t';
import { colour } from '../theme/tokens';
import { countText, dateTimeText, sizeText } from '../vocabulary/numbers';
import { JobProgress } from './job-progress';
import { isUnderWay } from './use-exports';

const Row = styled('li')({
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  minHeight: 48,
  padding: '6px 0',
  borderTop: `1px solid ${colour.line}`,
  '& .facts': { flex: 1, minWidth: 0 },
  '& .fault': { color: colour.warning },
});

/** One export: how far it is, its file, or why there is none. */
export function ExportRow({ job }: { readonly job: ExportJob }) {
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await download(`/exchange/exports/${job.id}/file`);
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
    setBusy(false);
  };
  return (
    <Row>
      <div className="facts">
        {isUnderWay(job) ? (
          <JobProgress label={progressWords(job)} percent={percentOf(job)} />
        ) : (
          <>
            <div className="truncate">{job.fileName}</div>
            <div className={job.state === 'failed' ? 'fault small' : 'muted small'}>{resultWords(job)}</div>
          </>
        )}
      </div>
      {job.state === 'done' && (
        <Button
          size="small"
          disabled={busy}
          onClick={() => void save()}
          aria-label={t('下载 {fileName}', { fileName: job.fileName ?? '' })}
        >
          {busy ? t('正在下载…') : t('下载')}
        </Button>
      )}
    </Row>
  );
}

function progressWords({ resource, state, rowsDone, rowsTotal, format }: ExportJob): string {
  const unit = EXPORT_UNITS[resource];
  if (state === 'queued') return t('{format} 排队中', { format: format.toUpperCase() });
  const done = t('{format} 已写 {rowsDone} {unit}', {
    format: format.toUpperCase(),
    rowsDone: countText(rowsDone),
    unit,
  });
  return rowsTotal === null
    ? done
    : t('{done}，共 {rowsTotal} {unit}', { done, rowsTotal: countText(rowsTotal), unit });
}

function percentOf({ rowsDone, rowsTotal }: ExportJob): number {
  return rowsTotal === null || rowsTotal === 0 ? 0 : Math.min(99, Math.floor((rowsDone / rowsTotal) * 100));
}

function resultWords(job: ExportJob): string {
  if (job.state === 'failed') return job.message ?? t('导出没有完成，请重试');
  if (job.state === 'expired') return t('文件已过期删除');
  const masking = job.unmasked ? t('完整号码') : t('号码已掩码');
  return t('{rowsDone} {resource}，{fileSize}，{masking}，{createdAt}，保留至 {expiresAt}', {
    rowsDone: countText(job.rowsDone),
    resource: EXPORT_UNITS[job.resource],
    fileSize: sizeText(job.fileSize ?? 0),
    masking,
    createdAt: dateTimeText(job.createdAt),
    expiresAt: dateTimeText(job.expiresAt ?? ''),
  });
}
