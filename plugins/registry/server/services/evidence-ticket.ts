import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from '@anju/domain/contracts';

const LIFETIME_SECONDS = 60;

const ticketContent = z.object({ evidence: z.int(), user: z.int(), session: z.string(), until: z.number() });

/** Who may see which piece of evidence until when (milliseconds since the epoch). */
export type Ticket = z.infer<typeof ticketContent>;

/** A ticket as it stands in an address: good for 60 seconds, for this evidence, in this person's name and session. */
export function issueTicket(holder: Omit<Ticket, 'until'>, now = Date.now()): string {
  const content = Buffer.from(JSON.stringify({ ...holder, until: now + LIFETIME_SECONDS * 1000 })).toString(
    'base64url',
  );
  return `${content}.${signature(content)}`;
}

/** What a ticket says; undefined when it is forged, over, or for other evidence. */
export function readTicket(text: string, evidence: number, now = Date.now()): Ticket | undefined {
  const [content = '', signed = ''] = text.split('.');
  if (!isEqual(signed, signature(content))) return undefined;
  const value: unknown = JSON.parse(Buffer.from(content, 'base64url').toString('utf8'));
  const ticket = ticketContent.parse(value);
  return ticket.evidence === evidence && ticket.until > now ? ticket : undefined;
}

function signature(content: string): string {
  const secret = process.env.ANJU_TICKET_SECRET;
  if (!secret) throw new Error('ANJU_TICKET_SECRET is not set: start the application by `npm start`');
  return createHmac('sha256', secret).update(content).digest('base64url');
}

function isEqual(left: string, right: string): boolean {
  const [first, second] = [Buffer.from(left), Buffer.from(right)];
  return first.length === second.length && timingSafeEqual(first, second);
}
