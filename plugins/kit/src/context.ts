import type { Answer } from './list';
import type { Incoming } from './parse';

/** A controller's view of Koa's context: what it reads of the request and writes of the answer. */
export type DoorContext = Incoming & Answer & { status: number };
