import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import { EXPORT_FORMATS, type ExportFormat, MOST_RECOGNITIONS } from '@anju/domain';
import { useState } from 'react';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { sentenceOf } from '../http/problem';
import { EXPORT_RESOURCE_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { colour } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';
import { ExportRow } from './export-row';
import { type ExportOrder, useExports, useStartExport } from './use-exports';

const Content = styled(DialogContent)({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 12,
  padding: '0 16px',
  fontSize: 13,
  '& .formats': { display: 'flex', gap: 8 },
  '& .formats > *': { flex: 1 },
  '& .fault': { color: colour.warning },
});

interface ExportDialogProps {
  readonly order: ExportOrder;
  readonly onClose: () => void;
}

/** Starts an export of the list and shows one's own, with progress and file; it may be closed meanwhile. */
export function ExportDialog({ order, onClose }: ExportDialogProps) {
  const user = useCurrentUser();
  const { data, error, refetch } = useExports(true);
  const start = useStartExport();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const isForm = order.resource === 'recognition';
  const formats = isForm ? (['xlsx'] as const) : EXPORT_FORMATS;
  const begin = async (format: ExportFormat) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await start(order, format);
    } catch (failure) {
      setProblem(sentenceOf(failure));
    }
    setBusy(false);
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="export-title">
      <DialogTitle id="export-title">{titleOf(order)}</DialogTitle>
      <Content>
        {isForm && (
          <p>
            {t(
              '灰色列锁定，其余各列按现行选项下拉填写；填好后在“数据导入”中选“认定信息表”导入。留空的户不处理，一张表最多 {value} 户。',
              { value: countText(MOST_RECOGNITIONS) },
            )}
          </p>
        )}
        <p>
          {hasDuty(user, 'revealIdentity')
            ? t('身份证号和联系方式以完整号码导出，并记入操作日志，请妥善保管文件。')
            : t('身份证号和联系方式以掩码导出。导出记入操作日志。')}
        </p>
        <div className="formats">
          {formats.map((format) => (
            <Button key={format} color="primary" disabled={busy} onClick={() => void begin(format)}>
              {t('导出 {format}', { format: format.toUpperCase() })}
            </Button>
          ))}
        </div>
        {problem && (
          <div className="fault" role="alert">
            {problem}
          </div>
        )}
        <section aria-label={t('我的导出')}>
          <h3>{t('我的导出')}</h3>
          {error && <FailureState subject={t('导出记录')} error={error} onRetry={() => void refetch()} />}
          {!error && !data && <LoadingRows rows={2} />}
          {data?.length === 0 && <p className="muted">{t('还没有导出过。文件做好后在这里下载，保留 3 天。')}</p>}
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
        <Button onClick={onClose}>{t('关闭')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function titleOf({ resource }: ExportOrder): string {
  if (resource === 'recognition') return t('导出待认定户的认定信息表');
  return resource === 'households'
    ? t('导出当前条件下的住户')
    : t('导出当前条件下的{resource}', { resource: EXPORT_RESOURCE_LABELS[resource] });
}
