import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from '@anju/domain/contracts';

const refreshPayload = z.object({ type: z.literal('refresh'), sessionId: z.string() });

/** Session named by a refresh token that this node signed, whether or not it still holds; undefined for anything else. */
export function sessionOfRefreshToken(token: string, secret: string): string | undefined {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const value: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  return refreshPayload.safeParse(value).data?.sessionId;
}
