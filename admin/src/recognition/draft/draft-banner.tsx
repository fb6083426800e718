import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { t } from '../../language/t';
import { useRecognition } from '../recognition-context';
import { Icon } from '../../theme/icon';
import { colour, PHONE, size } from '../../theme/tokens';
import type { Draft } from './use-draft';

const Banner = styled('div')({
  display: 'flex',
  flex: 'none',
  alignItems: 'center',
  gap: 10,
  padding: '6px 12px',
  fontSize: 13,
  background: colour.changed,
  border: `1px solid ${colour.changedEdge}`,
  borderRadius: size.radius,
  '& > svg': { color: colour.changedInk },
  '& .buttons': { display: 'flex', gap: 8, marginLeft: 'auto', flex: 'none' },
  [PHONE]: { flexWrap: 'wrap', '& > span:first-of-type': { flex: 1 }, '& .buttons': { width: '100%' } },
});

/** What was typed earlier and never saved: to be restored or given up. */
export function DraftBanner({ draft }: { readonly draft: Draft }) {
  const { record } = useRecognition();
  if (!draft.offered) return null;
  const savedAt = new Date(draft.offered.savedAt).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' });
  return (
    <Banner role="region" aria-label={t('未保存的草稿')}>
      <Icon name="pen" />
      <span>
        {t('{savedAt} 填写的内容没有保存，已留作草稿。{value}', {
          savedAt,
          value: draft.offered.version !== record.version && t('这一户此后有过改动，恢复后请核对。'),
        })}
      </span>
      <span className="buttons">
        <Button variant="contained" color="primary" onClick={draft.restore}>
          {t('恢复')}
        </Button>
        <Button onClick={draft.discard}>{t('丢弃')}</Button>
      </span>
    </Banner>
  );
}
