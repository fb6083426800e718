/**
 * Runs work that may drop the process's listeners, and puts them back. Strapi's `destroy` drops all of them, also those
 * by which Node itself delivers signals: SIGTERM would then kill a server that is booted later in the same process.
 */
export async function keepingProcessListeners<T>(work: () => Promise<T>): Promise<T> {
  // Node's own listeners to newListener come first, so that the others are noticed as they are put back.
  const names = ['newListener', ...process.eventNames().filter((name) => name !== 'newListener')];
  const kept = names.map((name) => ({ name, listeners: process.rawListeners(name) }));
  try {
    return await work();
  } finally {
    const events: NodeJS.EventEmitter = process;
    for (const { name, listeners } of kept) {
      const present = process.rawListeners(name);
      // They came from `on`, which takes a narrower type than rawListeners answers.
      const missing = listeners.filter((listener) => !present.includes(listener)) as ((...args: unknown[]) => void)[];
      for (const listener of missing) events.on(name, listener);
    }
  }
}
