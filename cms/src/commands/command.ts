import { AppError } from '@anju/kit';
import { prepare } from '../prepare';
import { loadSecrets } from '../secrets';

type Work = (ownerUrl: string, words: readonly string[]) => Promise<void>;

/** Runs one command on the prepared database and ends the process; refusals print their sentence, not a stack. */
export function runCommand(work: Work): void {
  runOnDatabase(async (ownerUrl, words) => {
    loadSecrets();
    await prepare(ownerUrl);
    await work(ownerUrl, words);
  });
}

/** The same on the database as it is: what backs it up or replaces it must not bring it up to this version first. */
export function runOnDatabase(work: Work): void {
  run(work).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(inWords(error));
      process.exit(1);
    },
  );
}

async function run(work: Work): Promise<void> {
  const ownerUrl = process.env.DATABASE_URL;
  if (!ownerUrl) throw new Error('没有 DATABASE_URL：请用 npm run 运行此命令，它会备好内置数据库');
  await work(ownerUrl, process.argv.slice(2));
}

function inWords(error: unknown): string {
  if (error instanceof AppError) {
    return [error.message, ...Object.entries(error.errors).map(([field, text]) => `  ${field}：${text}`)].join('\n');
  }
  return error instanceof Error ? error.message : String(error);
}
