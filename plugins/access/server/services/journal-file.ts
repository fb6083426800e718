import type { JournalChange, JournalEntry, JournalFilter } from '@anju/domain/contracts';
import { csvLine, csvStart } from '@anju/kit';
import { journalForFile } from './journal';

const TITLES = [
  '编号',
  '时间',
  '操作人',
  '用户名',
  '操作',
  '对象',
  '对象编号',
  '行政区划',
  '内容',
  '已封存',
  '请求编号',
];

const CHINA_TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The entries that match as the text of a CSV file, masked as on the page. */
export async function journalCsv(filter: JournalFilter): Promise<string> {
  const parts = [csvStart(TITLES)];
  for await (const entries of journalForFile(filter)) {
    parts.push(...entries.map((entry) => csvLine(cellsOf(entry))));
  }
  return parts.join('');
}

function cellsOf(entry: JournalEntry) {
  return [
    entry.id,
    CHINA_TIME.format(new Date(entry.at)),
    entry.actorName,
    entry.username,
    entry.actionLabel,
    entry.subjectLabel,
    entry.subjectId,
    entry.regionName ?? entry.regionCode ?? '全节点',
    entry.changes.map(changeWords).join('；'),
    entry.sealed ? '是' : '否',
    entry.requestId,
  ];
}

function changeWords({ label, before, after }: JournalChange): string {
  return before === null ? `${label}：${after ?? '空'}` : `${label}：${before} → ${after ?? '空'}`;
}
