import { issueTicket, readTicket } from '../../../plugins/registry/dist/server/services/evidence-ticket';

const HOLDER = { evidence: 7, user: 3, session: 'a-session' };
const NOW = Date.UTC(2020, 5, 30, 8);

beforeAll(() => {
  process.env.ANJU_TICKET_SECRET = 'a secret of this test';
});

describe('a ticket', () => {
  it('says who may see what for 60 seconds, and nothing after that', () => {
    const ticket = issueTicket(HOLDER, NOW);
    expect(readTicket(ticket, 7, NOW + 59_999)).toMatchObject(HOLDER);
    expect(readTicket(ticket, 7, NOW + 60_000)).toBeUndefined();
  });

  it('is good for no other evidence', () => {
    expect(readTicket(issueTicket(HOLDER, NOW), 8, NOW)).toBeUndefined();
  });

  it.each([
    [
      'changed content',
      (ticket: string) => `${Buffer.from('{"evidence":7}').toString('base64url')}.${ticket.split('.')[1]}`,
    ],
    ['a changed signature', (ticket: string) => `${ticket.slice(0, -1)}${ticket.endsWith('A') ? 'B' : 'A'}`],
    ['a signature of other than ASCII', (ticket: string) => `${ticket.slice(0, -1)}签`],
    ['no signature', (ticket: string) => ticket.split('.')[0] ?? ''],
    ['nothing at all', () => ''],
  ])('with %s is none', (_name, spoil) => {
    expect(readTicket(spoil(issueTicket(HOLDER, NOW)), 7, NOW)).toBeUndefined();
  });

  it('of another installation is none', () => {
    const ticket = issueTicket(HOLDER, NOW);
    process.env.ANJU_TICKET_SECRET = 'another secret';
    expect(readTicket(ticket, 7, NOW)).toBeUndefined();
  });
});
