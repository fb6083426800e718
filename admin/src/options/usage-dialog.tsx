import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { SPLIT_CONDITIONS } from '@anju/domain';
import type { OptionRow, OptionUsage } from '@anju/domain/contracts';
import { Link } from 'react-router-dom';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { countText } from '../vocabulary/numbers';
import { CountyTable } from './usage-table';
import { useOptionUsage } from './use-configuration';

interface UsageDialogProps {
  readonly option: OptionRow;
  readonly onClose: () => void;
}

/** How many households of each county carry an option; the households themselves only for those who also supervise. */
export function UsageDialog({ option, onClose }: UsageDialogProps) {
  const user = useCurrentUser();
  const isCondition = option.core && SPLIT_CONDITIONS.some((condition) => condition === option.listKey);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="usage-title">
      <DialogTitle id="usage-title">{t('“{label}”的使用情况', { label: option.label })}</DialogTitle>
      <DialogContent sx={{ px: 2, fontSize: 13 }}>
        <Usage option={option} />
      </DialogContent>
      <DialogActions>
        {isCondition && hasDuty(user, 'supervise') && (
          <Button component={Link} to={`/query?filter=${filterOf(option)}`}>
            {t('查看这些户')}
          </Button>
        )}
        <Button onClick={onClose}>{t('关闭')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function filterOf({ listKey, key }: OptionRow): string {
  return encodeURIComponent(JSON.stringify({ [listKey]: [key] }));
}

/** The count of an option, with its counties. */
export function Usage({ option }: { readonly option: OptionRow }) {
  const { data, error, refetch } = useOptionUsage(option.id);
  if (error) return <FailureState subject={t('使用情况')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={2} />;
  return (
    <>
      <p>{usageWords(data)}</p>
      <CountyTable label={t('按县的使用户数')} counties={data.counties} />
    </>
  );
}

export function usageWords({ households, archives }: Pick<OptionUsage, 'households' | 'archives'>): string {
  if (households + archives === 0) return t('还没有住户使用。');
  const kept = archives > 0 ? t('，{archives} 份危改档案', { archives: countText(archives) }) : '';
  return t('{households} 户正在使用{kept}。', { households: countText(households), kept });
}
