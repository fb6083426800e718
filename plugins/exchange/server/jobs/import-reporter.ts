import type { ImportFacts } from '@anju/domain/contracts';
import type { Client } from 'pg';
import type { ImportWatch } from '../imports/import-progress';
import { describeImport, reportImport } from '../queries/import-run';

const MILLISECONDS_BETWEEN = 500;

/** Writes the progress of an import to its row, twice a second, and hears there that it is no longer wanted. */
export class ImportReporter implements ImportWatch {
  #phase = '';
  #percent = 0;
  #written = '';
  #facts: ImportFacts | undefined;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    readonly client: Client,
    readonly id: number,
    readonly onUnwanted: () => void,
  ) {
    this.#schedule();
  }

  progress(phase: string, percent: number): void {
    this.#phase = phase;
    this.#percent = percent;
  }

  understood(facts: ImportFacts): void {
    this.#facts = facts;
  }

  /** Ends the reports; the last one has been written when this returns. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#writing;
    await this.#writeFacts();
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      this.#writing = this.#write().then(
        () => {
          if (this.#timer !== undefined) this.#schedule();
        },
        // Without its connection the job holds no lock any more: another process may take it up.
        () => this.onUnwanted(),
      );
    }, MILLISECONDS_BETWEEN);
  }

  async #write(): Promise<void> {
    await this.#writeFacts();
    if (!(await reportImport(this.client, this.id, this.#phase, this.#percent))) this.onUnwanted();
  }

  async #writeFacts(): Promise<void> {
    const facts = JSON.stringify(this.#facts ?? null);
    if (!this.#facts || facts === this.#written) return;
    await describeImport(this.client, this.id, this.#facts);
    this.#written = facts;
  }
}
