import { constants, inflateRawSync } from 'node:zlib';
import type {
  ProposalAdopted,
  RenovationDetail,
  SpecialCaseBatch,
  SpecialCaseSent,
  WarningRegions,
  WarningRow,
} from '@anju/domain/contracts';
import { Client } from 'pg';
import { addAccount } from '../../harness/accounts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { bytesOf } from '../../harness/bytes';
import { COUNTY } from '../registry/register';
import { address, firstOpen, storedWarnings, warnings } from './asking';

let app: TestApp;
let clerk: Caller;
let county: Caller;
let province: Caller;

beforeAll(async () => {
  app = await startTestApp();
  [clerk, county, province] = [await app.as('demo-clerk'), await app.as('demo-county'), await app.as('demo-province')];
});

afterAll(() => app.stop());

const stored = (condition: string) => storedWarnings(app, condition);

describe('special cases in batches', () => {
  const explain = async (caller: Caller, id: number) =>
    caller.post(`/api/warnings/${id}/special-case`).send({ text: '一户两处房屋，村委会证明' }).expect(200);
  const send = (caller: Caller, body: object) =>
    caller.post('/api/warnings/special-cases').send({ filter: {}, preview: false, ...body });
  const batches = async (caller: Caller) =>
    (await caller.get('/api/warnings/special-cases').expect(200)).body as SpecialCaseBatch[];

  it('go from the clerks to the county and the province, leave as a workbook, and get one reply', async () => {
    const [one, other] = await warnings(clerk, { kind: 'safeguardOverlap', state: 'open' });
    if (!one || !other) throw new Error('There are too few overlaps');
    await explain(clerk, one.id);
    await explain(clerk, other.id);
    const proposed = await stored(`state = 'proposed' and region_code like '${COUNTY}%'`);
    const preview = (await send(county, { preview: true }).expect(200)).body as SpecialCaseSent;
    expect(preview).toMatchObject({ cases: proposed, left: 0, batch: null });
    expect(preview.regions.reduce((sum, { cases }) => sum + cases, 0)).toBe(proposed);
    expect((await send(county, {})).body).toMatchObject({ errors: { text: '请填写县级意见' } });
    const sent = (await send(county, { text: '情况属实' }).expect(200)).body as SpecialCaseSent;
    expect(await stored(`id in (${one.id}, ${other.id}) and state = 'submitted'`)).toBe(2);
    expect((await send(county, { text: '再报一次' })).status).toBe(422);
    expect((await batches(county))[0]).toMatchObject({ id: sent.batch, step: 'submit', cases: proposed });
    expect(await batches(await app.as('demo-other-clerk'))).toEqual([]);

    const forwarded = (await send(province, {}).expect(200)).body as SpecialCaseSent;
    expect(forwarded.cases).toBeGreaterThanOrEqual(proposed);
    const number = await stored(`id = ${one.id} and steps -> -1 ->> 'batch' = '${forwarded.batch ?? 0}'`);
    expect(number).toBe(1);
    const book = await bytesOf(province, `/api/warnings/special-cases/${forwarded.batch ?? 0}/workbook`);
    const text = sheetText(book);
    expect(text).toContain('一户两处房屋，村委会证明');
    expect(text).toContain('情况属实');
    expect(text).toMatch(/\d{17}[\dX]/);
    expect(await journalled('exportSpecialCases')).toBe(1);

    const reply = { decision: 'rejected', text: '材料不足', decidedOn: '2020-07-08', authority: '技术支持单位' };
    const answer = (body: object) =>
      province.post(`/api/warnings/special-cases/${forwarded.batch ?? 0}/reply`).send(body);
    expect((await answer({ ...reply, authority: '' })).body).toMatchObject({ errors: { authority: '请填写批复单位' } });
    expect((await answer(reply).expect(200)).body).toEqual({ decided: forwarded.cases });
    expect((await answer(reply)).status).toBe(422);
    expect(await stored(`id in (${one.id}, ${other.id}) and state = 'rejected'`)).toBe(2);
    expect(await journalled('replySpecialCases')).toBe(1);
  });

  it('are decided by the reply to the batch in which they were forwarded last', async () => {
    const [rejected] = await warnings(clerk, { kind: 'safeguardOverlap', state: 'rejected' });
    const id = rejected?.id ?? 0;
    const forwardAgain = async () => {
      await explain(clerk, id);
      await send(county, { text: '属实' }).expect(200);
      return ((await send(province, {}).expect(200)).body as SpecialCaseSent).batch ?? 0;
    };
    const reply = (batch: number, decision: string) =>
      province
        .post(`/api/warnings/special-cases/${batch}/reply`)
        .send({ decision, text: '材料不足', decidedOn: '2020-07-08', authority: '技术支持单位' });
    const older = await forwardAgain();
    await reply(older, 'rejected').expect(200);
    const newer = await forwardAgain();
    await reply(older, 'accepted').expect(422);
    expect(await stored(`id = ${id} and state = 'forwarded'`)).toBe(1);
    await reply(newer, 'accepted').expect(200);
    expect(await stored(`id = ${id} and state = 'accepted'`)).toBe(1);
  });

  it('are counted to the last where they are more than a batch takes', async () => {
    await app.owner.query(
      `insert into warnings (kind, state, subject, region_code, severity, fingerprint, explanation, opened_at, steps)
       select 'incomplete', 'proposed', 'many:' || n, '${COUNTY}102', 'warning', '', '{}', now(), '[]' from generate_series(1, 5003) n`,
    );
    const preview = (await send(county, { preview: true }).expect(200)).body as SpecialCaseSent;
    expect([preview.cases, preview.left]).toEqual([5000, 3]);
    await app.owner.query(`delete from warnings where subject like 'many:%'`);
  });

  it('are nobody’s who only looks: a viewer reads them and takes no step', async () => {
    await addAccount(app, { username: 'viewer-of-county', role: 'viewer', regionCode: COUNTY });
    const viewer = await app.as('viewer-of-county');
    const { id } = await firstOpen(viewer, 'incomplete');
    const steps = ['special-case', 'decide', 'forward'].map((door) =>
      viewer.post(`/api/warnings/${id}/${door}`).send({ text: '看看' }),
    );
    const answers = await Promise.all([...steps, send(viewer, { preview: true }), viewer.post('/api/warnings/scan')]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect((await viewer.get('/api/warnings/special-cases')).status).toBe(200);
  });

  it('need the day and the author of a reply that is recorded one by one', async () => {
    const { id } = await firstOpen(clerk, 'incomplete');
    await explain(county, id);
    await province.post(`/api/warnings/${id}/forward`).send({}).expect(200);
    const decided = await province.post(`/api/warnings/${id}/decide`).send({ decision: 'accepted', text: '同意' });
    expect([decided.status, Object.keys((decided.body as { errors: object }).errors)]).toEqual([
      422,
      ['decidedOn', 'authority'],
    ]);
  });
});

describe('a save', () => {
  it('locks all keys of its household in ascending order, so that two cannot wait for each other', async () => {
    const { rows } = await app.owner.query<{ id: number; low: number; high: number }>(
      `select h.id, hashtext(low.id_key) & 2047 as low, hashtext(high.id_key) & 2047 as high
       from households h join members low on low.household_id = h.id join members high on high.household_id = h.id
       where hashtext(low.id_key) & 2047 < hashtext(high.id_key) & 2047 and high.vanished_at is null order by h.id limit 1`,
    );
    const [household] = rows;
    if (!household) throw new Error('There is no such household');
    const holder = new Client({ connectionString: app.ownerUrl });
    const saver = new Client({ connectionString: app.ownerUrl });
    await Promise.all([holder.connect(), saver.connect()]);
    await holder.query(`begin; select pg_advisory_xact_lock(726080, ${household.low})`);
    const saved = saver.query(
      `update members set name = name || '某' where household_id = ${household.id} and hashtext(id_key) & 2047 = ${household.high}`,
    );
    const locks = (condition: string) =>
      app.owner.query(`select from pg_locks where locktype = 'advisory' and classid = 726080 and ${condition}`);
    while ((await locks('not granted')).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await locks(`granted and objid = ${household.high}`)).rowCount).toBe(0);
    await holder.query('rollback');
    await saved;
    await Promise.all([holder.end(), saver.end()]);
  });
});

/** The texts of a workbook's sheet; the parts of the archive are deflated. */
function sheetText(file: Buffer): string {
  const start = file.indexOf(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
  const nameLength = file.readUInt16LE(start + 26);
  const extra = file.readUInt16LE(start + 28);
  return inflateRawSync(file.subarray(start + 30 + nameLength + extra), {
    finishFlush: constants.Z_SYNC_FLUSH,
  }).toString();
}

async function journalled(action: string): Promise<number> {
  const { rows } = await app.owner.query<{ n: number }>(
    'select count(*)::integer as n from anju.journal where action = $1',
    [action],
  );
  return rows[0]?.n ?? -1;
}

describe('the proposed numbers', () => {
  const adopt = async (body: object) =>
    (
      await clerk
        .post('/api/warnings/adopt-proposals')
        .send({ filter: {}, ...body })
        .expect(200)
    ).body as ProposalAdopted;
  const proposed = `kind = 'idError' and state = 'open' and explanation -> 'hasProposal' = 'true' and region_code like '${COUNTY}%'`;

  it('are adopted all at once after a preview of the same numbers; those of two persons are left to people', async () => {
    // Three more whose disability card was written down.
    await app.owner.query(
      `update members set registry_id_number = registry_id_number || '43' where id in (
         select m.id from members m where m.is_head and m.region_code like '${COUNTY}%' and m.id_key = m.registry_id_number
           and not exists (select from warnings w where w.household_id = m.household_id)
           and not exists (select from members o where o.id_key = m.id_key and o.id <> m.id) order by m.id desc limit 3)`,
    );
    const { rows } = await app.owner.query<{ id: number }>(
      `update members set corrected_id_number = (select coalesce(corrected_id_number, registry_id_number) from members
         where id = (select (explanation ->> 'memberId')::integer from warnings where ${proposed} order by id limit 1))
       where id = (select min(id) from members where region_code like '${COUNTY}%' and not exists (select from warnings w where w.household_id = members.household_id))
       returning id`,
    );
    const before = await stored(proposed);
    const [one] = await warnings(clerk, { kind: 'idError', state: 'open' });
    const ofOne = await adopt({ preview: true, filter: { householdId: one?.householdId } });
    expect(ofOne.adopted + ofOne.leftOut).toBe(await stored(`${proposed} and household_id = ${one?.householdId ?? 0}`));
    for (const filter of [{ kind: 'incomplete' }, { state: ['dismissed'] }])
      expect(await adopt({ preview: true, filter })).toMatchObject({ adopted: 0, leftOut: 0 });
    const preview = await adopt({ preview: true });
    expect(preview).toMatchObject({ preview: true, leftOut: 2, next: null });
    expect(preview.adopted).toBe(before - 2);
    expect(preview.adopted).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(preview.rows)).not.toMatch(/\d{12}/);
    expect(await stored(proposed)).toBe(before);
    const adopted = await adopt({ preview: false });
    expect([adopted.adopted, adopted.leftOut]).toEqual([preview.adopted, 2]);
    expect(await stored(proposed)).toBe(2);
    expect(await journalled('adoptProposals')).toBe(1);
    expect((await adopt({ preview: false })).adopted).toBe(0);
    await app.owner.query('update members set corrected_id_number = null where id = $1', [rows[0]?.id]);
  });

  it('are the clerk’s to adopt, inside the region', async () => {
    await county.post('/api/warnings/adopt-proposals').send({ filter: {}, preview: true }).expect(403);
    const body = { filter: { regionCode: '5203' }, preview: true };
    await clerk.post('/api/warnings/adopt-proposals').send(body).expect(404);
  });
});

describe('warnings by region', () => {
  it('sum to the whole, with the closure rate and since when the oldest waits', async () => {
    const { total, rows } = (await county.get('/api/warnings/regions').expect(200)).body as WarningRegions;
    const inCounty = `region_code like '${COUNTY}%'`;
    const settled = await stored(`${inCounty} and state in ('accepted', 'dismissed', 'cleared')`);
    const all = await stored(inCounty);
    expect(total).toMatchObject({
      waiting: await stored(`${inCounty} and state in ('open', 'rejected')`),
      special: await stored(`${inCounty} and state in ('proposed', 'submitted', 'forwarded')`),
      settled,
      closureRate: Math.round((settled / all) * 10_000) / 100,
    });
    for (const figure of ['waiting', 'special', 'settled'] as const)
      expect(rows.reduce((sum, row) => sum + row[figure], 0)).toBe(total[figure]);
    const oldest = await county.get(
      address({ state: ['open', 'rejected'] }, { sort: '["openedAt","ASC"]', range: '[0,0]' }),
    );
    expect(new Date(total.waitingSince ?? '').getTime()).toBe(
      new Date((oldest.body as WarningRow[])[0]?.openedAt ?? '').getTime(),
    );
    const sorted = await county
      .get(address({ state: 'open' }, { sort: '["openedAt","ASC"]', range: '[0,99]' }))
      .expect(200);
    const times = (sorted.body as WarningRow[]).map(({ openedAt }) => openedAt);
    expect(times).toEqual(times.toSorted());
    await county.get(address({}, { sort: '["openedAt","ASC"]', after: '520425.1' })).expect(400);
  });
});

describe('an archive that is linked or parted by hand', () => {
  it('takes back the warnings that its number alone had caused', async () => {
    const { rows } = await app.owner.query<{ id: number; head: string }>(
      `select h.id, m.name as head from households h join members m on m.household_id = h.id and m.is_head
       where h.region_code like '${COUNTY}%' and not h.recognised and h.departure_reason is null
         and not exists (select from warnings w where w.household_id = h.id and w.state <> 'cleared')
         and not exists (select from renovations r where r.household_id = h.id)
         and not exists (select from members o join renovations r using (id_key) where o.household_id = h.id)
         and not exists (select from members o join relocation_entries r using (id_key) where o.household_id = h.id)
       order by h.id desc limit 1`,
    );
    const [household] = rows;
    if (!household) throw new Error('There is no such household');
    const doubts = () => warnings(clerk, { kind: 'renovationIdentity', state: 'open' });
    const made = await clerk
      .post('/api/registry/renovations')
      .send({ regionCode: `${COUNTY}102`, headName: household.head, povertyType: 'registeredPoor' })
      .expect(200);
    const { id } = made.body as RenovationDetail;
    expect((await doubts()).some(({ renovationId }) => renovationId === id)).toBe(true);
    const link = { householdId: household.id, reason: '户主改名' };
    await clerk.post(`/api/registry/renovations/${id}/link`).send(link).expect(200);
    expect((await doubts()).some(({ renovationId }) => renovationId === id)).toBe(false);

    // The archive's number, and that of an entry of the relocation list: two kinds for one household.
    await app.owner.query(
      `with head as (select id_key, region_code, name from members where household_id = $1 and is_head),
         entry as (insert into relocation_entries (region_code, person_name, id_number) select region_code, name, id_key from head)
       insert into renovations (region_code, head_name, id_number, poverty_type) select region_code, name, id_key, 'registeredPoor' from head`,
      [household.id],
    );
    const [overlap] = await warnings(clerk, { householdId: household.id, kind: 'safeguardOverlap', state: 'open' });
    if (overlap?.kind !== 'safeguardOverlap') throw new Error('No overlap was found');
    const archive = overlap.explanation.sources.flatMap((source) =>
      source.source === 'renovation' ? (source.renovationId ?? []) : [],
    )[0];
    await clerk
      .post(`/api/registry/renovations/${archive ?? 0}/unlink`)
      .send({ reason: '同号不同人' })
      .expect(200);
    expect(await warnings(clerk, { householdId: household.id, kind: 'safeguardOverlap', state: 'open' })).toEqual([]);
  });
});
