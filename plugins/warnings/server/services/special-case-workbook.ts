import { maskIdNumber, WARNING_KIND_LABELS, WARNING_STATE_LABELS, warningSentence } from '@anju/domain';
import { type SpecialCaseBatch, warningFinding, type WarningStep, warningStep, z } from '@anju/domain/contracts';
import { hasDuty, requestDb, workbookBytes } from '@anju/kit';
import { batchCases, type CaseRow } from '../queries/batch-cases';
import { writeJournal } from '../queries/write-journal';
import { existingBatch } from './special-cases';

const COLUMNS = [
  { title: '序号', width: 7 },
  { title: '所在地', width: 40 },
  { title: '户主', width: 10 },
  { title: '身份证号', width: 21 },
  { title: '预警类型', width: 15 },
  { title: '预警内容', width: 60 },
  { title: '乡镇说明', width: 36 },
  { title: '县级意见', width: 36 },
  { title: '提交人', width: 12 },
  { title: '状态', width: 20 },
  { title: '批复结果', width: 12 },
  { title: '批复日期', width: 12 },
  { title: '文号', width: 20 },
  { title: '批复单位', width: 16 },
  { title: '批复意见', width: 36 },
] as const;

const STEPS = z.array(warningStep);

/** A batch as a workbook; who may not see numbers in full gets them masked. The journal keeps who took it. */
export async function specialCaseWorkbook(id: number): Promise<{ fileName: string; content: Buffer }> {
  const batch = await existingBatch(id);
  const unmasked = hasDuty('revealIdentity');
  const cases = await batchCases(requestDb(), id);
  const detail = { batch: id, cases: cases.length, unmasked };
  await writeJournal(requestDb(), 'exportSpecialCases', batch.regionCode, detail);
  const content = await workbookBytes(
    '特殊情况',
    COLUMNS,
    cases.map((row, index) => cellsOf(row, index, unmasked)),
  );
  return { fileName: fileName(batch), content };
}

function cellsOf(row: CaseRow, index: number, unmasked: boolean): (string | number | null)[] {
  const finding = warningFinding.parse({ kind: row.kind, explanation: row.explanation });
  const steps = STEPS.parse(row.steps);
  const last = (...names: readonly WarningStep['step'][]) => steps.findLast(({ step }) => names.includes(step));
  const submitted = last('submit');
  const reply = last('accept', 'reject');
  return [
    index + 1,
    row.regionName,
    row.headName,
    unmasked || row.idNumber === null ? row.idNumber : maskIdNumber(row.idNumber),
    WARNING_KIND_LABELS[finding.kind],
    warningSentence(finding),
    last('propose')?.text ?? null,
    submitted?.text ?? null,
    submitted?.by ?? null,
    WARNING_STATE_LABELS[row.state],
    reply ? (reply.step === 'accept' ? '认可' : '不予认可') : null,
    reply?.decidedOn ?? null,
    reply?.documentNumber ?? null,
    reply?.authority ?? null,
    reply?.text ?? null,
  ];
}

function fileName({ id, step, regionName, sentAt }: SpecialCaseBatch): string {
  return `${regionName}特殊情况${step === 'forward' ? '上报' : '提交'}第${id}批${sentAt.slice(0, 10)}.xlsx`;
}
