import { evidenceFileDoor } from '@anju/domain/contracts';
import { NotSignedIn } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { readTicket } from './evidence-ticket';

export const TICKET_STRATEGY = 'evidence-ticket';

/** What the strategy reads and writes of Koa's context. */
interface TicketContext {
  readonly query: { readonly ticket?: string | readonly string[] };
  readonly params: { readonly id?: string };
  readonly request: { readonly header: { readonly authorization?: string } };
  readonly state: {
    user?: { readonly id: number };
    session?: { readonly id: string };
  };
}

/** Strapi's authentication service has no public types. */
interface AuthService {
  register(type: string, strategy: object): unknown;
}

/** Lets an image element, which can send no token, fetch one file by a ticket. The region scope follows as with a token. */
export function registerTicketStrategy(strapi: Core.Strapi): void {
  const auth = strapi.get<AuthService>('auth');
  auth.register('content-api', { name: TICKET_STRATEGY, authenticate: admitTicket, verify: allowHolder });
}

/** The route configuration that asks for a ticket first and for a token otherwise. */
export const FILE_DOOR_AUTH = {
  door: evidenceFileDoor.id,
  strategies: [TICKET_STRATEGY, 'users-permissions'],
} as const;

function admitTicket(ctx: TicketContext) {
  const { ticket: text } = ctx.query;
  if (text === undefined || ctx.request.header.authorization !== undefined) return { authenticated: false };
  const ticket = typeof text === 'string' ? readTicket(text, Number(ctx.params.id)) : undefined;
  if (!ticket) throw new NotSignedIn('图片地址已过期，请刷新页面');
  ctx.state.user = { id: ticket.user };
  ctx.state.session = { id: ticket.session };
  return { authenticated: true, credentials: ctx.state.user };
}

/** The ticket names its evidence; duty and region are judged by the policy and by the database. */
function allowHolder(): void {}
