import type { Upload, UploadQueue } from './upload-queue';
import { UploadRow } from './upload-row';

/** How a place of papers lays out what is stored, the ways to add more, and what is on its way. */
export const paperLists = {
  '& ul': { display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 },
  '& .pickers': { display: 'flex', flex: 1, minWidth: 34, '&.empty': { minWidth: 120 } },
  '& .queue': { flexDirection: 'column' },
} as const;

interface UploadListProps {
  readonly uploads: readonly Upload[];
  readonly queue: Pick<UploadQueue, 'retry' | 'cancel'>;
}

/** What is on its way to one place; nothing where nothing is. */
export function UploadList({ uploads, queue }: UploadListProps) {
  if (uploads.length === 0) return null;
  return (
    <ul className="queue">
      {uploads.map((upload) => (
        <UploadRow key={upload.key} upload={upload} queue={queue} />
      ))}
    </ul>
  );
}
