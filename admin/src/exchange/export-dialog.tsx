import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import type { ExportFormat } from '@anju/domain';
import type { HouseholdConditions } from '@anju/domain/contracts';
import { useState } from 'react';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { sentenceOf } from '../http/problem';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { colour } from '../theme/tokens';
import { ExportRow } from './export-row';
import { useExports, useStartExport } from './use-exports';

const Content = styled(DialogContent)({
  display: 'grid',
  gap: 12,
  padding: '0 16px',
  fontSize: 13,
  '& .formats': { display: 'flex', gap: 8 },
  '& .formats > *': { flex: 1 },
  '& .fault': { color: colour.warning },
});

interface ExportDialogProps {
  readonly filter: HouseholdConditions;
  readonly onClose: () => void;
}

/** Starts an export of the list and shows one's own, with progress and file; it may be closed meanwhile. */
export function ExportDialog({ filter, onClose }: ExportDialogProps) {
  const user = useCurrentUser();
  const { data, error, refetch } = useExports(true);
  const start = useStartExport();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const begin = async (format: ExportFormat) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await start(filter, format);
    } catch (failure) {
      setProblem(sentenceOf(failure));
    }
    setBusy(false);
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="export-title">
      <DialogTitle id="export-title">导出当前条件下的住户</DialogTitle>
      <Content>
        <p>
          {hasDuty(user, 'revealIdentity')
            ? '身份证号和联系方式以完整号码导出，并记入操作日志，请妥善保管文件。'
            : '身份证号和联系方式以掩码导出。导出记入操作日志。'}
        </p>
        <div className="formats">
          <Button color="primary" disabled={busy} onClick={() => void begin('csv')}>
            导出 CSV
          </Button>
          <Button color="primary" disabled={busy} onClick={() => void begin('xlsx')}>
            导出 XLSX
          </Button>
        </div>
        {problem && (
          <div className="fault" role="alert">
            {problem}
          </div>
        )}
        <section aria-label="我的导出">
          <h3>我的导出</h3>
          {error && <FailureState subject="导出记录" error={error} onRetry={() => void refetch()} />}
          {!error && !data && <LoadingRows rows={2} />}
          {data?.length === 0 && <p className="muted">还没有导出过。文件做好后在这里下载，保留 3 天。</p>}
          {data && data.length > 0 && (
            <ul>
              {data.map((job) => (
                <ExportRow key={job.id} job={job} />
              ))}
            </ul>
          )}
        </section>
      </Content>
      <DialogActions>
        <Button onClick={onClose}>关闭</Button>
      </DialogActions>
    </Dialog>
  );
}
