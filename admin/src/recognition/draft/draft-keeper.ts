import type { DraftAnswer, DraftInput, DraftRecord } from '@anju/domain/contracts';
import { request } from '../../http/request';

const PAUSE_MS = 1500;

/** Keeps the draft of one household on the server: some time after the last key, one request at a time, in order. */
export function createDraftKeeper(householdId: number, pauseMs = PAUSE_MS) {
  const path = `/registry/drafts/${householdId}`;
  let pending: (() => DraftInput | undefined) | undefined;
  let timer: number | undefined;
  let isStored = false;
  let isKept = false;
  let queue: Promise<void> = Promise.resolve();

  const inOrder = (work: () => Promise<unknown>) => {
    // A draft that could not be kept is kept by the next key; the form itself still holds what was typed.
    queue = queue.then(async () => void (await work())).catch(() => undefined);
  };
  const remove = () => {
    if (!isStored) return;
    isStored = false;
    isKept = false;
    inOrder(() => request(path, { method: 'DELETE' }));
  };
  const send = () => {
    window.clearTimeout(timer);
    const draft = pending?.();
    pending = undefined;
    if (draft === undefined) return remove();
    isStored = true;
    isKept = false;
    inOrder(async () => {
      await request(path, { method: 'PUT', body: draft });
      isKept = pending === undefined;
    });
  };

  return {
    /** What was kept earlier; null when nothing was. */
    async read(signal: AbortSignal): Promise<DraftRecord | null> {
      const { draft } = (await request<DraftAnswer>(path, { signal })).json;
      if (draft) {
        isStored = true;
        isKept = true;
      }
      return draft;
    },
    /** Keeps the draft once the typing pauses; `take` says what there is to keep then, undefined when nothing. */
    schedule(take: () => DraftInput | undefined): void {
      pending = take;
      isKept = false;
      window.clearTimeout(timer);
      timer = window.setTimeout(send, pauseMs);
    },
    /** Whether the server holds what there was to keep. */
    isKept: (): boolean => isKept,
    /** Gives the draft up, and what was about to be kept. */
    drop(): void {
      window.clearTimeout(timer);
      pending = undefined;
      remove();
    },
    /** Keeps at once what was about to be kept. */
    flush(): void {
      if (pending) send();
    },
  };
}
