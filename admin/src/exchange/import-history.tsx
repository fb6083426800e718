import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { ImportJob } from '@anju/domain/contracts';
import { useState } from 'react';
import { IMPORT_KIND_LABELS, IMPORT_STATE_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { colour, PHONE } from '../theme/tokens';
import { countText, dateTimeText } from '../vocabulary/numbers';
import { unitOf } from './import-kind-words';
import { isMoving, useImports } from './use-imports';

const Rows = styled('ul')({
  fontSize: 13,
  '& li': { borderBottom: `1px solid ${colour.line}` },
  '& li:last-of-type': { borderBottom: 0 },
  '& button': {
    display: 'grid',
    gridTemplateColumns: '4em minmax(0, 2fr) 6em minmax(0, 2.4fr) 7em 9em',
    gap: 12,
    width: '100%',
    padding: '8px 16px',
    border: 0,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    alignItems: 'center',
    cursor: 'pointer',
    outlineOffset: -2,
    '&:hover': { background: colour.hover },
    '&[aria-current=true]': { background: colour.selected },
  },
  '& .kind': { marginLeft: 8 },
  '& .failed': { color: colour.warning },
  '& .committed': { color: colour.done },
  [PHONE]: {
    '& button': { gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '2px 10px', padding: '10px 12px' },
  },
});

const Foot = styled('div')({ display: 'flex', justifyContent: 'flex-end', gap: 8, padding: '8px 16px' });

interface ImportHistoryProps {
  readonly shown: number | undefined;
  readonly onShow: (id: number) => void;
}

/** All imports of the region, newest first; one is opened by its row. */
export function ImportHistory({ shown, onShow }: ImportHistoryProps) {
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useImports(page);
  return (
    <Card aria-label={t('导入记录')}>
      <header>
        <h2>{t('导入记录')}</h2>
        {data && data.total > 0 && (
          <span className="muted small">{t('共 {total} 次，文件保留 7 天', { total: countText(data.total) })}</span>
        )}
      </header>
      {error && <FailureState subject={t('导入记录')} error={error} onRetry={() => void refetch()} />}
      {!error && !data && <LoadingRows rows={4} />}
      {data?.rows.length === 0 && (
        <MessageState icon="info" title={t('还没有导入过名单')}>
          {t('在上面选择名单文件，系统先试算，确认后才写入。')}
        </MessageState>
      )}
      {data && data.rows.length > 0 && (
        <Rows>
          {data.rows.map((job) => (
            <li key={job.id}>
              <button type="button" aria-current={job.id === shown} onClick={() => onShow(job.id)}>
                <HistoryCells job={job} />
              </button>
            </li>
          ))}
        </Rows>
      )}
      {data && data.pages > 1 && (
        <Foot>
          <Button size="small" disabled={page <= 1} onClick={() => setPage(page - 1)}>
            {t('上一页')}
          </Button>
          <Button size="small" disabled={page >= data.pages} onClick={() => setPage(page + 1)}>
            {t('下一页')}
          </Button>
        </Foot>
      )}
    </Card>
  );
}

function HistoryCells({ job }: { readonly job: ImportJob }) {
  return (
    <>
      <span className="muted desktop-only">{t('第 {id} 号', { id: job.id })}</span>
      <span className="truncate">
        {job.fileName}
        <span className="muted small kind">{IMPORT_KIND_LABELS[job.kind]}</span>
      </span>
      <span className={job.state}>
        {IMPORT_STATE_LABELS[job.state]}
        {isMoving(job.state) && ` ${job.percent}%`}
      </span>
      <span className="muted">{resultWords(job)}</span>
      <span className="truncate desktop-only">{job.createdBy ?? t('命令行')}</span>
      <span className="muted num desktop-only">{dateTimeText(job.createdAt)}</span>
    </>
  );
}

function resultWords({ kind, households, entries, message, state }: ImportJob): string {
  if (state === 'failed' && message) return message;
  const counts = households ?? entries;
  if (!counts) return '';
  const { new: added, changed, refused } = counts;
  return t('新增 {added}，变更 {changed}{refused} {kind}', {
    added: countText(added),
    changed: countText(changed),
    refused: refused > 0 ? t('，拒收 {refused}', { refused: countText(refused) }) : '',
    kind: unitOf(kind),
  });
}
