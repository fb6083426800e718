import type { ReadStream } from 'node:fs';
import type { ImportFacts } from '@anju/domain/contracts';
import { HOUSEHOLD_COLUMNS } from '../lists/household-columns';
import type { ListWatch } from '../lists/list-watch';

/** What an import is doing; its words stand on the screen. */
const PHASES = {
  waiting: '等待其他导入完成',
  reading: '读取名单',
  judging: '核对名单',
  comparing: '与住户库比对',
  errors: '生成错误表',
  writing: '写入住户库',
} as const;
export type ImportPhase = keyof typeof PHASES;

/** At which percent a phase begins and ends. */
const SPANS: Readonly<Record<'dryRun' | 'commit', Readonly<Record<ImportPhase, readonly [number, number]>>>> = {
  dryRun: {
    waiting: [0, 0],
    reading: [0, 70],
    judging: [70, 80],
    comparing: [80, 90],
    errors: [90, 99],
    writing: [99, 99],
  },
  commit: {
    waiting: [0, 0],
    reading: [0, 35],
    judging: [35, 40],
    comparing: [40, 45],
    errors: [45, 45],
    writing: [45, 99],
  },
};

/** Hears how far an import has come, and how its file was understood. */
export interface ImportWatch {
  progress?(phase: string, percent: number): void;
  understood?(facts: ImportFacts): void;
}

/** Keeps phase and percent of one import. */
export class ImportProgress {
  readonly listWatch: ListWatch;
  isCorrection = false;
  #facts: ImportFacts = { sheet: null, otherSheets: [], mergedCells: false, columns: [], isCorrection: false };

  constructor(
    readonly mode: 'dryRun' | 'commit',
    readonly watch: ImportWatch = {},
  ) {
    this.listWatch = {
      opened: (stream, size) => this.#follow(stream, size),
      workbookFound: ({ sheet, otherSheets, mergedCells }) => {
        this.#facts = { ...this.#facts, sheet, otherSheets: [...otherSheets], mergedCells };
      },
      columnsFound: (columns) => {
        this.isCorrection = columns.some(({ takenFor }) => takenFor === HOUSEHOLD_COLUMNS.errorNote.title);
        this.watch.understood?.({ ...this.#facts, columns: [...columns], isCorrection: this.isCorrection });
      },
    };
  }

  /** `share` is how much of the phase is done, 0–1. */
  enter(phase: ImportPhase, share = 0): void {
    const [from, to] = SPANS[this.mode][phase];
    this.watch.progress?.(PHASES[phase], Math.floor(from + (to - from) * share));
  }

  #follow(stream: ReadStream, size: number): void {
    const flows = stream.readableFlowing;
    stream.on('data', () => this.enter('reading', Math.min(stream.bytesRead / Math.max(size, 1), 1)));
    // A listener sets a stream flowing that nobody reads yet; its reader decides when it flows.
    if (flows !== true) stream.pause();
  }
}
