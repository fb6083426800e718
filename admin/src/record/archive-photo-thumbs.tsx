import { ARCHIVE_PHOTO_CATEGORIES } from '@anju/domain';
import type { ArchivePhoto } from '@anju/domain/contracts';
import { ARCHIVE_PHOTO_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { MessageState } from '../states/message-state';
import { EvidenceThumbs } from './evidence-thumbs';
import { Fact, Facts } from './facts';

/** The photos of an archive by the moment that they show, to be looked at only. */
export function ArchivePhotoThumbs({ photos }: { readonly photos: readonly ArchivePhoto[] }) {
  if (photos.length === 0) return <MessageState icon="info" title={t('还没有改造照片')} />;
  return (
    <Facts>
      {ARCHIVE_PHOTO_CATEGORIES.map((category) => {
        const label = ARCHIVE_PHOTO_LABELS[category];
        const shown = photos.filter((photo) => photo.category === category);
        return (
          <Fact key={category} label={label} wide>
            {shown.length > 0 && <EvidenceThumbs label={label} evidence={shown} />}
          </Fact>
        );
      })}
    </Facts>
  );
}
