import { ARCHIVE_PHOTO_CATEGORIES } from '@anju/domain';
import type { RenovationDetail } from '@anju/domain/contracts';
import { useState } from 'react';
import { ARCHIVE_PHOTO_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { StoredPreview } from '../recognition/evidence/stored-preview';
import { UnsavedGuard } from '../recognition/save/unsaved-guard';
import { ArchivePhotoThumbs } from '../record/archive-photo-thumbs';
import { PhotoSlot, PhotoSlots } from './photo-slot';
import { useArchivePhotos } from './use-archive-photos';

interface ArchivePhotosProps {
  readonly archive: RenovationDetail;
  readonly mayEnter: boolean;
}

/** Photos of the house before, during and after the work: who enters adds and deletes them, others look. */
export function ArchivePhotos({ archive, mayEnter }: ArchivePhotosProps) {
  return (
    <Card aria-label={t('改造照片')}>
      <header>
        <h2>{t('改造照片')}</h2>
        <span className="muted small">{t('{stored} 张', { stored: archive.photos.length })}</span>
      </header>
      {mayEnter ? <OwnPhotos archive={archive} /> : <ArchivePhotoThumbs photos={archive.photos} />}
    </Card>
  );
}

function OwnPhotos({ archive }: { readonly archive: RenovationDetail }) {
  const { stored, uploads, queue, forget, replace } = useArchivePhotos(archive);
  const [openId, setOpenId] = useState<number>();
  const labels: Readonly<Record<string, string>> = ARCHIVE_PHOTO_LABELS;
  return (
    <PhotoSlots>
      {ARCHIVE_PHOTO_CATEGORIES.map((category) => (
        <PhotoSlot
          key={category}
          label={ARCHIVE_PHOTO_LABELS[category]}
          photos={stored.filter((photo) => photo.category === category)}
          uploads={uploads.filter((upload) => upload.category === category)}
          queue={queue}
          onFiles={(files) => queue.add(category, files)}
          onOpen={setOpenId}
        />
      ))}
      <StoredPreview
        stored={stored}
        openId={openId}
        labelOf={(category) => labels[category] ?? category}
        deletion={{ title: t('删除改造照片'), done: t('改造照片已删除') }}
        onOpen={setOpenId}
        onDeleted={forget}
        onTurned={replace}
      />
      <UnsavedGuard
        unsaved={() =>
          uploads.length === 0
            ? undefined
            : t('还有 {photos} 张照片没有上传，离开后不会保留。', { photos: uploads.length })
        }
      />
    </PhotoSlots>
  );
}
