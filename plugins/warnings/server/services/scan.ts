import type { WarningScan } from '@anju/domain/contracts';
import { AppError, requestActor, requestDb } from '@anju/kit';
import { writeJournal } from '../queries/write-journal';
import { scanWarnings } from '../queries/scan-warnings';

/** Runs every rule over the node for the signed-in person; the journal keeps who asked and what changed. */
export async function scanNode(): Promise<WarningScan> {
  const start = performance.now();
  const scanned = await scanWarnings(requestDb());
  if (!scanned) throw new AppError(409, 'scanRunning', '预警分析正在运行，请稍后再试');
  const answer = { ...scanned, seconds: Math.round(performance.now() - start) / 1000 };
  await writeJournal(requestDb(), 'scan', requestActor().regionCode, answer);
  return answer;
}
