import type { Caller } from './app';

/** The bytes of a door that answers a file. */
export async function bytesOf(caller: Caller, address: string): Promise<Buffer> {
  const answer = await caller.get(address).responseType('blob');
  const bytes = answer.body as Buffer; // supertest does not know what a body is; of a blob it is bytes.
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status} ${bytes.toString()}`);
  return bytes;
}
