import type { FormsAnswer, OptionRow } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';

let app: TestApp;
let clerk: Caller;

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
});

afterAll(() => app.stop());

const itemsOf = (listKey: string) =>
  `/api/options/items?${new URLSearchParams({ filter: JSON.stringify({ listKey }) }).toString()}`;

describe('options', () => {
  it('stand in the order of their ranks', async () => {
    const answer = await clerk.get(itemsOf('relocationType')).expect(200);
    const rows = answer.body as OptionRow[];
    expect(rows.map(({ key }) => key)).toEqual([
      'ecologicalResettlement',
      'reservoirResettlement',
      'hazardRelocation',
      'other',
    ]);
    expect(rows.at(-1)).toMatchObject({ label: '其他', requiresNote: true, core: true, enabled: true });
    expect(answer.headers['content-range']).toBe('items 0-3/4');
  });

  it('belong to lists of the configuration', async () => {
    const answer = await clerk.get('/api/options/lists').expect(200);
    expect((answer.body as { key: string }[]).map(({ key }) => key)).toEqual(
      expect.arrayContaining(['appraisalResult', 'planYear', 'renovationMode']),
    );
  });

  it('are closed to strangers and to unknown conditions', async () => {
    await app.request().get('/api/options/items').expect(401);
    const answer = await clerk.get(`/api/options/items?filter=${encodeURIComponent('{"colour":"red"}')}`).expect(400);
    expect((answer.body as { errors: object }).errors).toHaveProperty('colour');
  });

  it('that a configurator changed are kept when the node is prepared again', async () => {
    await app.owner.query(
      `update options set label = '生态搬迁', enabled = false where list_key = 'relocationType' and key = 'ecologicalResettlement'`,
    );
    const { seedOptions } = (await import(
      '../../../plugins/options/dist/server/services/configured-options.js'
    )) as Seeding;
    const { default: knex } = await import('knex');
    const owner = knex({ client: 'pg', connection: app.ownerUrl });
    try {
      const before = await app.owner.query('select * from options order by id');
      await seedOptions(owner);
      const after = await app.owner.query('select * from options order by id');
      expect(after.rows).toEqual(before.rows);
    } finally {
      await owner.destroy();
    }
  });
});

interface Seeding {
  seedOptions(db: unknown): Promise<void>;
}

describe('forms', () => {
  it('carry the form, the evidence it asks for, and the server’s day', async () => {
    const forms = (await clerk.get('/api/options/forms').expect(200)).body as FormsAnswer;
    expect(forms.safeguard.kinds.map(({ kind }) => kind)).toHaveLength(6);
    expect(forms.idCard.extraProvincePrefixes).toEqual(['69']);
    expect(forms.today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const categories = await clerk.get('/api/options/evidence-categories').expect(200);
    expect(categories.body).toEqual(forms.evidence.categories);
  });
});
