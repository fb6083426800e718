import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { t } from '../../language/t';
import { useSaveKeys } from './use-save-keys';
import type { SaveIntent, SaveMessage } from './use-save';
import { MissingLinks } from './missing-links';
import { colour, PHONE, size } from '../../theme/tokens';

const Bar = styled('div')({
  display: 'flex',
  flex: 'none',
  alignItems: 'center',
  gap: 10,
  minHeight: 52,
  margin: `0 -${size.gutter}px`,
  padding: `9px ${size.gutter}px`,
  background: colour.surface,
  borderTop: `1px solid ${colour.line2}`,
  fontSize: 13,
  '& .outcome:empty': { display: 'none' },
  '& .problem': { color: colour.warning },
  '& .buttons': { display: 'flex', gap: 8, marginLeft: 'auto', flex: 'none' },
  '& kbd': {
    font: 'inherit',
    fontSize: 11,
    lineHeight: '16px',
    padding: '0 5px',
    border: '1px solid currentColor',
    borderRadius: 4,
    opacity: 0.85,
  },
  [PHONE]: {
    flexWrap: 'wrap',
    gap: 8,
    margin: `0 -${size.phoneGutter}px`,
    padding: `8px ${size.phoneGutter}px`,
    '& .buttons': { width: '100%', margin: 0 },
    '& .buttons > :first-of-type': { flex: 1 },
    '& .buttons > :last-of-type': { flex: 1.7 },
  },
});

interface SaveBarProps {
  readonly busy: boolean;
  readonly outcome: SaveMessage;
  readonly onSave: (intent: SaveIntent) => void;
}

/** The bar in thumb's reach: what is missing, 保存, and 保存并录入下一户. */
export function SaveBar({ busy, outcome, onSave }: SaveBarProps) {
  useSaveKeys(onSave);
  return (
    <Bar role="region" aria-label={t('保存')}>
      <span role="status" className="outcome muted">
        {outcome.savedAt &&
          t('已保存 {savedAt}', { savedAt: outcome.savedAt.toLocaleTimeString('zh-CN', { hour12: false }) })}
      </span>
      <span role="alert" className="outcome problem">
        {outcome.problem}
      </span>
      <MissingLinks after={outcome.savedAt !== undefined || outcome.problem !== undefined} />
      <span className="buttons">
        <Button disabled={busy} onClick={() => onSave('stay')} aria-keyshortcuts="Control+S">
          {t('保存')}
          <kbd className="desktop-only" aria-hidden="true">
            Ctrl S
          </kbd>
        </Button>
        <Button
          variant="contained"
          color="primary"
          disabled={busy}
          onClick={() => onSave('next')}
          aria-keyshortcuts="Control+Enter"
        >
          {t('保存并录入下一户')}
          <kbd className="desktop-only" aria-hidden="true">
            Ctrl ↵
          </kbd>
        </Button>
      </span>
    </Bar>
  );
}
