import { useQueryClient } from '@tanstack/react-query';
import type { ArchivePhoto, RenovationDetail, StoredFile } from '@anju/domain/contracts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { UploadQueue } from '../recognition/evidence/upload-queue';
import { uploadArchivePhoto } from '../recognition/evidence/upload-request';

/** The photos of an archive while its page is open: changes are made to what the page has read, which is not read anew for them. */
export function useArchivePhotos({ id, photos }: RenovationDetail) {
  const queryClient = useQueryClient();
  const change = (next: (photos: readonly ArchivePhoto[]) => ArchivePhoto[]) => {
    queryClient.setQueryData<RenovationDetail>(
      ['renovations', 'one', String(id)],
      (archive) => archive && { ...archive, photos: next(archive.photos) },
    );
    void queryClient.invalidateQueries({ queryKey: ['households'] });
  };
  const [queue] = useState(
    () =>
      new UploadQueue(
        (order) => uploadArchivePhoto(id, order),
        // The same file again is the photo that is there already.
        (photo) => change((known) => [...known.filter((one) => one.id !== photo.id), photo]),
      ),
  );
  const uploads = useSyncExternalStore(queue.subscribe, queue.uploads);
  useEffect(() => () => queue.close(), [queue]);
  return {
    stored: photos,
    uploads,
    queue,
    forget: (gone: number) => change((known) => known.filter((photo) => photo.id !== gone)),
    replace: ({ id: turned, rotation }: StoredFile) =>
      change((known) => known.map((photo) => (photo.id === turned ? { ...photo, rotation } : photo))),
  };
}
