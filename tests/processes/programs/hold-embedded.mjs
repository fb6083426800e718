// Holds an embedded server until SIGTERM or SIGINT; prints what startEmbedded answered as one line of JSON.
import { startEmbedded } from '../../../scripts/embedded-postgres.mjs';

const idle = setInterval(() => {}, 2 ** 30);
try {
  const server = await startEmbedded(JSON.parse(process.argv[2] ?? '{}'));
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => void server.stop().finally(() => clearInterval(idle)));
  }
  const { url, port, folder, state } = server;
  console.log(JSON.stringify({ url, port, folder, state }));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
