import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import type { WarningScan } from '@anju/domain/contracts';
import { useState } from 'react';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { countText } from '../vocabulary/numbers';
import { useWarningPost } from './use-warnings';

/** Asks for a full run over the register, says that it runs, and what it found. */
export function FullRunButton() {
  const post = useWarningPost();
  const [asking, setAsking] = useState(false);
  const [state, setState] = useState<'idle' | 'running' | WarningScan>('idle');
  const [problem, setProblem] = useState<string>();
  const run = async () => {
    setProblem(undefined);
    setState('running');
    try {
      setState(await post<WarningScan>('/scan', {}));
    } catch (error) {
      setProblem(sentenceOf(error));
      setState('idle');
    }
  };
  const close = () => {
    setAsking(false);
    setState('idle');
    setProblem(undefined);
  };
  const isRunning = state === 'running';
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('全量核对')}</Button>
      {asking && (
        <Dialog open onClose={isRunning ? undefined : close} fullWidth maxWidth="xs" aria-labelledby="scan-title">
          <DialogTitle id="scan-title">{t('全量核对预警')}</DialogTitle>
          <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
            {state === 'idle' && <p>{t('对全部户重新运行所有规则。预警平时随每次保存更新，全省核对约需一两分钟。')}</p>}
            {isRunning && (
              <div role="status">
                {t('正在核对全部户，请勿关闭页面……')}
                <LinearProgress sx={{ mt: 1 }} />
              </div>
            )}
            {typeof state === 'object' && (
              <p role="status">
                {t('核对完成：新发现或更新 {opened} 条，解除 {closed} 条，用时 {value} 秒。', {
                  opened: countText(state.opened),
                  closed: countText(state.closed),
                  value: state.seconds.toFixed(1),
                })}
              </p>
            )}
            {problem && <p role="alert">{problem}</p>}
          </DialogContent>
          <DialogActions>
            <Button onClick={close} disabled={isRunning}>
              {t('关闭')}
            </Button>
            {state === 'idle' && (
              <Button variant="contained" color="primary" onClick={() => void run()}>
                {t('开始核对')}
              </Button>
            )}
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
