import { sentenceOf } from '../../http/problem';
import { t } from '../../language/t';

const AT_ONCE = 2;
/** The largest file that is sent at all, in bytes: the server refuses more, and a refused upload costs minutes on a phone. */
export const LARGEST_FILE = 20 * 1024 * 1024;

export type UploadState = 'waiting' | 'sending' | 'failed';

/** A photo that is not on the server yet. */
export interface Upload {
  readonly key: number;
  readonly category: string;
  readonly file: File;
  /** An address of the file itself, for its own preview. */
  readonly preview: string;
  readonly state: UploadState;
  readonly sentBytes: number;
  readonly problem?: string;
  /** Sending it again would fail again. */
  readonly isHopeless?: true;
}

/** What is sent of a photo. */
export interface UploadOrder {
  readonly category: string;
  readonly file: File;
  readonly signal: AbortSignal;
  readonly onProgress: (sentBytes: number) => void;
}

/** Photos on their way to the server, two at a time; what fails stays until it is tried again or given up. */
export class UploadQueue<Stored = unknown> {
  #uploads: readonly Upload[] = [];
  #nextKey = 1;
  readonly #aborts = new Map<number, AbortController>();
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly send: (order: UploadOrder) => Promise<Stored>,
    readonly onStored: (stored: Stored) => void,
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  uploads = (): readonly Upload[] => this.#uploads;

  /** Takes files in for a category and starts sending them. */
  add(category: string, files: readonly File[]): void {
    const added = files.map((file) => this.#taken(category, file));
    this.#change([...this.#uploads, ...added]);
    this.#startWaiting();
  }

  /** Sends a failed photo again. */
  retry(key: number): void {
    this.#update(key, { state: 'waiting', sentBytes: 0 });
    this.#startWaiting();
  }

  /** Gives a photo up, whether it is being sent or has failed. */
  cancel(key: number): void {
    this.#aborts.get(key)?.abort();
    this.#remove(key);
    this.#startWaiting();
  }

  /** Gives everything up, for the page that is left. */
  close(): void {
    for (const { key } of this.#uploads) this.cancel(key);
  }

  #taken(category: string, file: File): Upload {
    const upload = { key: this.#nextKey++, category, file, preview: URL.createObjectURL(file), sentBytes: 0 } as const;
    return file.size > LARGEST_FILE
      ? { ...upload, state: 'failed', isHopeless: true, problem: t('文件超过 20 MB，请压缩后再上传') }
      : { ...upload, state: 'waiting' };
  }

  #startWaiting(): void {
    const sending = this.#uploads.filter(({ state }) => state === 'sending').length;
    const waiting = this.#uploads.filter(({ state }) => state === 'waiting');
    for (const upload of waiting.slice(0, Math.max(0, AT_ONCE - sending))) void this.#sendOne(upload);
  }

  async #sendOne({ key, category, file }: Upload): Promise<void> {
    const abort = new AbortController();
    this.#aborts.set(key, abort);
    this.#update(key, { state: 'sending' });
    try {
      const stored = await this.send({
        category,
        file,
        signal: abort.signal,
        onProgress: (sentBytes) => this.#update(key, { sentBytes }),
      });
      this.#remove(key);
      this.onStored(stored);
    } catch (error) {
      if (!abort.signal.aborted) this.#update(key, { state: 'failed', problem: sentenceOf(error) });
    }
    this.#aborts.delete(key);
    this.#startWaiting();
  }

  #update(key: number, change: Partial<Upload>): void {
    this.#change(this.#uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  }

  #remove(key: number): void {
    const upload = this.#uploads.find((entry) => entry.key === key);
    if (upload) URL.revokeObjectURL(upload.preview);
    this.#change(this.#uploads.filter((entry) => entry.key !== key));
  }

  #change(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    for (const listener of this.#listeners) listener();
  }
}
