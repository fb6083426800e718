import { runImport } from './run-import';

/** The program of one import, in a process of its own: `node import-process.js <id>`, with ANJU_SERVE_URL and ANJU_DATA_DIR. */
async function main(): Promise<void> {
  const url = process.env.ANJU_SERVE_URL;
  const id = Number(process.argv[2]);
  if (!url || !Number.isInteger(id)) throw new Error('usage: import-process.js <id>, with ANJU_SERVE_URL');
  // Without the application nobody waits for this work; what it has not committed is rolled back by the database.
  process.once('disconnect', () => process.exit(1));
  await runImport(url, id);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  },
);
