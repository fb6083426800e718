import type { JournalFault } from '../contracts/journal';

export interface JournalBreak {
  readonly fault: JournalFault;
  readonly brokenSeal: number | null;
  readonly brokenEntry: number | null;
}

/** What is wrong with the journal, in one sentence. */
export function journalBreakWords({ fault, brokenSeal, brokenEntry }: JournalBreak): string {
  const seal = `第 ${brokenSeal ?? '?'} 号封存`;
  const entry = `第 ${brokenEntry ?? '?'} 条日志`;
  switch (fault) {
    case 'entryChanged':
      return `${entry}的内容在封存后被改动（${seal}）`;
    case 'entryRemoved':
      return `${entry}在封存后被删除（${seal}）`;
    case 'entryAdded':
      return `${entry}是封存后插入的（${seal}）`;
    case 'sealChanged':
      return `${seal}的记录被改动，自此以后的封存不能作证`;
    case 'sealMissing':
      return `${seal}缺失`;
    case 'anchorDiffers':
      return `${seal}与您留存的封存值不一致：封存链可能被整体重做`;
  }
}
