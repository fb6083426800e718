import { AppError } from '@anju/kit';
import { prepare } from '../prepare';
import { loadSecrets } from '../secrets';

/** Runs one command on the prepared database and ends the process; refusals print their sentence, not a stack. */
export function runCommand(work: (ownerUrl: string, words: readonly string[]) => Promise<void>): void {
  run(work).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(inWords(error));
      process.exit(1);
    },
  );
}

async function run(work: (ownerUrl: string, words: readonly string[]) => Promise<void>): Promise<void> {
  const ownerUrl = process.env.DATABASE_URL;
  if (!ownerUrl) throw new Error('没有 DATABASE_URL：请用 npm run 运行此命令，它会备好内置数据库');
  loadSecrets();
  await prepare(ownerUrl);
  await work(ownerUrl, process.argv.slice(2));
}

function inWords(error: unknown): string {
  if (error instanceof AppError) {
    return [error.message, ...Object.entries(error.errors).map(([field, text]) => `  ${field}：${text}`)].join('\n');
  }
  return error instanceof Error ? error.message : String(error);
}
