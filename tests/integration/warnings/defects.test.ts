import type { DemonstrationExpected } from '@anju/exchange/demonstration';
import { startTestDatabase, type TestDatabase } from '../../harness/database';

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});

afterAll(() => database.stop());

async function openWarnings(condition = 'true'): Promise<number> {
  const { rows } = await database.owner.query<{ n: number }>(
    `select count(*)::integer as n from warnings where state = 'open' and ${condition}`,
  );
  return rows[0]?.n ?? -1;
}

describe('the injected defects of the demonstration', () => {
  it.each([
    ['missing', `explanation -> 'errors' = '["missing"]'`],
    ['disabilityCard', `explanation -> 'errors' = '["disabilityCard"]' and explanation -> 'hasProposal' = 'true'`],
    ['legacy15', `explanation -> 'errors' = '["length"]' and explanation -> 'hasProposal' = 'true'`],
    ['checksum', `explanation -> 'errors' = '["checksum"]'`],
    ['duplicate', `explanation -> 'errors' = '["duplicate"]'`],
    ['safeguardOverlap', `kind = 'safeguardOverlap'`],
    ['incomplete', `kind = 'incomplete'`],
    ['photoReuse', `kind = 'photoReuse'`],
    ['evidenceMissing', `kind = 'evidenceMissing'`],
    ['archiveNotOnList', `kind = 'renovationIdentity' and explanation ->> 'reason' = 'notOnList'`],
    ['archiveOtherGroup', `kind = 'renovationIdentity' and explanation ->> 'reason' = 'otherGroupOnList'`],
  ] as const)('are found exactly: %s', async (defect, condition) => {
    // Written by the generator's own type when the template was filled.
    const { defects } = database.expected as DemonstrationExpected;
    expect(defects[defect]).toBeGreaterThan(0);
    expect(await openWarnings(condition)).toBe(defects[defect]);
  });

  it('are all that there is to find', async () => {
    const { defects } = database.expected as DemonstrationExpected;
    expect(await openWarnings()).toBe(Object.values(defects).reduce((sum, count) => sum + count, 0));
  });

  it('are found again by a full run, which then changes nothing', async () => {
    const { rows } = await database.owner.query('select opened, closed from anju.run_warning_rules(false)');
    expect(rows).toEqual([{ opened: 0, closed: 0 }]);
  });
});
