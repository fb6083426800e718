import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Less than the launcher's patience with an application that was asked to end. */
const LONGEST_MS = 10_000;
const LOOK_MS = 50;

/**
 * Takes no more requests and lets those under way be answered, for ten seconds at most: Strapi would cut their
 * connections at once, and a clerk would not learn whether a save was made.
 */
export async function drain(server: Server): Promise<void> {
  let isClosed = false;
  server.close(() => (isClosed = true));
  for (const end = Date.now() + LONGEST_MS; !isClosed && Date.now() < end; await pause(LOOK_MS)) {
    server.closeIdleConnections();
  }
}
