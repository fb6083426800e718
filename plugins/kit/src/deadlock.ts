import { setTimeout as pause } from 'node:timers/promises';
import { isDeadlock } from './database-trouble';

const TRIES = 4;
const LONGEST_PAUSE_MS = 40;

/**
 * Runs work again when PostgreSQL ended its transaction to break a deadlock; everything the transaction did was undone.
 * `work` hears which attempt it is, the first being 1, and must undo by itself what it did outside the database.
 */
export async function retryingDeadlocks<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      if (!isDeadlock(error) || attempt === TRIES) throw error;
      // The other side goes on meanwhile; two that retry should not meet again.
      await pause(Math.random() * LONGEST_PAUSE_MS * attempt);
    }
  }
}
