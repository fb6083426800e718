import { styled } from '@mui/material/styles';
import type { ArchivePhoto } from '@anju/domain/contracts';
import { t } from '../language/t';
import { FilePickers } from '../recognition/evidence/file-pickers';
import { StoredThumb } from '../recognition/evidence/stored-thumb';
import { paperLists, UploadList } from '../recognition/evidence/upload-list';
import type { Upload, UploadQueue } from '../recognition/evidence/upload-queue';
import { PHONE } from '../theme/tokens';

export const PhotoSlots = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
  gap: 16,
  padding: '10px 16px 14px',
  '& h3 span': { fontWeight: 400 },
  ...paperLists,
  [PHONE]: { gridTemplateColumns: 'minmax(0, 1fr)', padding: '10px 12px 12px', '& .pickers': { minWidth: 180 } },
});

interface PhotoSlotProps {
  readonly label: string;
  readonly photos: readonly ArchivePhoto[];
  readonly uploads: readonly Upload[];
  readonly queue: Pick<UploadQueue, 'retry' | 'cancel'>;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onOpen: (id: number) => void;
}

/** The photos of one moment of the work: those stored, those on their way, and the ways to add more. */
export function PhotoSlot({ label, photos, uploads, queue, onFiles, onOpen }: PhotoSlotProps) {
  const isEmpty = photos.length + uploads.length === 0;
  return (
    <section aria-label={label}>
      <h3>
        {label} <span className="muted small">{t('{stored} 张', { stored: photos.length })}</span>
      </h3>
      <ul>
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <StoredThumb
              file={photo}
              label={t('查看{label}第 {index} 张', { label, index: index + 1 })}
              onOpen={() => onOpen(photo.id)}
            />
          </li>
        ))}
        <li className={isEmpty ? 'pickers empty no-print' : 'pickers no-print'}>
          <FilePickers label={label} accepts="photo" compact={!isEmpty} onFiles={onFiles}>
            <span className="muted">{t('可多张，JPG、PNG 或 WebP')}</span>
          </FilePickers>
        </li>
      </ul>
      <UploadList uploads={uploads} queue={queue} />
    </section>
  );
}
