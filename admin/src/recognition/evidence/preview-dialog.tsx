import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import type { StoredFile } from '@anju/domain/contracts';
import { useState } from 'react';
import { t } from '../../language/t';
import { LineIcon } from '../line-icon';
import { Icon } from '../../theme/icon';
import { colour } from '../../theme/tokens';
import { OpenDocument } from '../../record/open-document';
import { EvidenceImage } from './evidence-image';

const ZOOMS = [1, 1.5, 2, 3, 4] as const;

const Frame = styled('div')({
  height: '70vh',
  overflow: 'auto',
  background: colour.ground,
  '& img': { display: 'block', margin: 'auto', maxWidth: 'none', objectFit: 'contain' },
});

interface PreviewDialogProps {
  readonly photos: readonly StoredFile[];
  readonly openId: number;
  readonly labelOf: (category: string) => string;
  readonly onMove: (id: number) => void;
  /** Degrees clockwise. */
  readonly onTurn: (photo: StoredFile, degrees: 90 | 270) => void;
  readonly onDelete: (photo: StoredFile) => void;
  readonly onClose: () => void;
}

/** A stored photo at full size: zoom, turning, the ones before and after, and deletion. A document opens beside the page. */
export function PreviewDialog({ photos, openId, labelOf, onMove, onTurn, onDelete, onClose }: PreviewDialogProps) {
  const [zoom, setZoom] = useState(0);
  const index = photos.findIndex(({ id }) => id === openId);
  const photo = photos[index];
  if (!photo) return null;
  const move = (step: number) => {
    const next = photos[index + step];
    setZoom(0);
    if (next) onMove(next.id);
  };
  const percent = (ZOOMS[zoom] ?? 1) * 100;
  return (
    <Dialog open onClose={onClose} maxWidth="lg" fullWidth aria-labelledby="preview-title">
      <DialogTitle id="preview-title">
        {t('{category}（{index} / {count}）', {
          category: labelOf(photo.category),
          index: index + 1,
          count: photos.length,
        })}
      </DialogTitle>
      <Frame tabIndex={0} role="region" aria-label={t('照片')}>
        {photo.pageCount === null ? (
          <EvidenceImage
            evidence={photo}
            size="full"
            alt={photo.fileName}
            style={{ width: `${percent}%`, height: `${percent}%` }}
          />
        ) : (
          <OpenDocument evidence={photo} />
        )}
      </Frame>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <span className="small muted" style={{ marginRight: 'auto' }}>
          {photo.fileName} · {photo.uploadedByName ?? ''}{' '}
          {new Date(photo.uploadedAt).toLocaleString('zh-CN', { hour12: false })}
        </span>
        <IconButton aria-label={t('上一张')} disabled={index === 0} onClick={() => move(-1)}>
          <Icon name="left" />
        </IconButton>
        <IconButton aria-label={t('下一张')} disabled={index === photos.length - 1} onClick={() => move(1)}>
          <Icon name="right" />
        </IconButton>
        {photo.pageCount === null && (
          <>
            <IconButton aria-label={t('向左旋转')} onClick={() => onTurn(photo, 270)}>
              <LineIcon name="turnLeft" />
            </IconButton>
            <IconButton aria-label={t('向右旋转')} onClick={() => onTurn(photo, 90)}>
              <LineIcon name="turnRight" />
            </IconButton>
            <IconButton aria-label={t('缩小')} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
              <LineIcon name="minus" />
            </IconButton>
            <IconButton aria-label={t('放大')} disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
              <Icon name="plus" />
            </IconButton>
          </>
        )}
        <Button color="error" onClick={() => onDelete(photo)}>
          {t('删除…')}
        </Button>
        <Button onClick={onClose}>{t('关闭')}</Button>
      </DialogActions>
    </Dialog>
  );
}
