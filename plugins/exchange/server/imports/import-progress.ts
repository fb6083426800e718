import type { ReadStream } from 'node:fs';
import type { ImportFacts } from '@anju/domain/contracts';
import { ERROR_NOTE, type HeaderReader } from '../lists/list-header';
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

const NOTHING_KNOWN: ImportFacts = {
  sheet: null,
  otherSheets: [],
  mergedCells: false,
  formulas: false,
  columns: [],
  isCorrection: false,
};

/** Keeps phase and percent of one import. */
export class ImportProgress {
  readonly listWatch: ListWatch;
  #facts = NOTHING_KNOWN;

  constructor(
    readonly mode: 'dryRun' | 'commit',
    readonly header: HeaderReader,
    readonly watch: ImportWatch = {},
  ) {
    this.listWatch = {
      opened: (stream, size) => this.#follow(stream, size),
      workbookFound: ({ sheet, otherSheets, mergedCells }) => {
        this.#facts = { ...this.#facts, sheet, otherSheets: [...otherSheets], mergedCells };
      },
      headerFound: (cells) => {
        const columns = [...header.meanings(cells)];
        const isCorrection = columns.some(({ takenFor }) => takenFor === ERROR_NOTE);
        const missing = [...header.missing(cells)];
        this.#learn({ columns, isCorrection, missing, known: [...header.known] });
      },
      formulaFound: () => {
        if (!this.#facts.formulas) this.#learn({ formulas: true });
      },
    };
  }

  /** A workbook of errors that was corrected: a part of a list. */
  get isCorrection(): boolean {
    return this.#facts.isCorrection;
  }

  /** `share` is how much of the phase is done, 0–1. */
  enter(phase: ImportPhase, share = 0): void {
    const [from, to] = SPANS[this.mode][phase];
    this.watch.progress?.(PHASES[phase], Math.floor(from + (to - from) * share));
  }

  #learn(facts: Partial<ImportFacts>): void {
    this.#facts = { ...this.#facts, ...facts };
    this.watch.understood?.(this.#facts);
  }

  #follow(stream: ReadStream, size: number): void {
    const flows = stream.readableFlowing;
    stream.on('data', () => this.enter('reading', Math.min(stream.bytesRead / Math.max(size, 1), 1)));
    // A listener sets a stream flowing that nobody reads yet; its reader decides when it flows.
    if (flows !== true) stream.pause();
  }
}
