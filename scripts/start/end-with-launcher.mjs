// Loaded into the application before anything else: a launcher that was killed must not leave it behind.
const PATIENCE_MS = 15_000;

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
