import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { t } from '../language/t';
import { colour } from '../theme/tokens';

const Bar = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 12,
  '& .problem': { color: colour.warning, fontSize: 13 },
});

interface SaveRowProps {
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** 保存 and 取消, and why the last save was refused. */
export function SaveRow({ busy, problem, onSave, onCancel }: SaveRowProps) {
  return (
    <Bar role="region" aria-label={t('保存')}>
      <Button variant="contained" color="primary" disabled={busy} onClick={onSave}>
        {t('保存')}
      </Button>
      <Button onClick={onCancel}>{t('取消')}</Button>
      {problem && (
        <span className="problem" role="alert">
          {problem}
        </span>
      )}
    </Bar>
  );
}
