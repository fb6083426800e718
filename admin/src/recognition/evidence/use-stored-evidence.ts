import type { EvidenceRow, HouseholdRecord, StoredFile } from '@anju/domain/contracts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { UploadQueue } from './upload-queue';
import { uploadEvidence } from './upload-request';

/** A household's evidence while its page is open: what the server keeps, and what is on its way there. */
export function useStoredEvidence(record: HouseholdRecord) {
  const [stored, setStored] = useState<readonly EvidenceRow[]>(record.evidence);
  const [queue] = useState(
    () =>
      new UploadQueue(
        (order) => uploadEvidence(record.id, order),
        ({ version: _version, ...row }) =>
          // The same file again is the evidence that is there already.
          setStored((rows) => [...rows.filter(({ id }) => id !== row.id), row]),
      ),
  );
  const uploads = useSyncExternalStore(queue.subscribe, queue.uploads);
  useEffect(() => () => queue.close(), [queue]);
  return {
    stored,
    uploads,
    queue,
    forget: (id: number) => setStored((rows) => rows.filter((row) => row.id !== id)),
    replace: ({ id, rotation }: StoredFile) =>
      setStored((rows) => rows.map((stored) => (stored.id === id ? { ...stored, rotation } : stored))),
    /** Takes over what a newer record lists, and keeps photos that were stored after it was read. */
    takeOver: ({ evidence }: HouseholdRecord) => {
      const last = Math.max(0, ...evidence.map(({ id }) => id));
      setStored((rows) => [...evidence, ...rows.filter(({ id }) => id > last)]);
    },
  };
}
