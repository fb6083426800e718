import type { WarningKind } from '@anju/domain';
import type {
  ConfigurationRestored,
  StandingWarningRules,
  WarningRuleEffect,
  WarningRuleSetting,
} from '@anju/domain/contracts';
import { Configuring } from './configuring';

let ours: Configuring;

beforeAll(async () => {
  ours = await Configuring.start();
});

afterAll(() => ours.app.stop());

describe('the rules of the warnings', () => {
  const standing = async () =>
    (await ours.configurator.get('/api/options/warning-rules').expect(200)).body as StandingWarningRules;
  const preview = async (setting: WarningRuleSetting) =>
    (await ours.configurator.post('/api/options/warning-rules/preview').send(setting).expect(200))
      .body as WarningRuleEffect;
  const publish = async (sent: object) =>
    ours.configurator.put('/api/options/warning-rules').send({ version: (await standing()).version, ...sent });
  const plain = (kind: WarningKind): WarningRuleSetting => ({
    ...{ kind, enabled: true, people: 'all', off: [] },
    severity: kind === 'idError' || kind === 'safeguardOverlap' ? 'error' : 'info',
  });

  // The demonstration's defects are those of heads.
  beforeAll(async () => {
    const others = `from members m join households h on h.id = m.household_id left join safeguards s on s.household_id = h.id
      where not m.is_head and m.vanished_at is null and h.vanished_at is null and m.id_key is not null
        and not exists (select from warnings w where w.household_id = h.id)`;
    await ours.app.owner.query(
      `update members set registry_id_number = null where id in (select m.id ${others} and s.id is null order by m.id limit 3)`,
    );
    await ours.app.owner.query(
      `insert into relocation_entries (region_code, person_name, id_number)
       select m.region_code, m.name, m.id_key ${others} and s.kind = 'originalSafe' order by m.id limit 3`,
    );
  });

  async function waiting(kind: WarningKind): Promise<Map<string, number>> {
    const { rows } = await ours.app.owner.query<{ id: string; county: string }>(
      `select id::text as id, left(region_code, 6) as county from warnings
       where kind = $1 and state not in ('cleared', 'dismissed', 'accepted')`,
      [kind],
    );
    return new Map(rows.map(({ id, county }) => [id, Number(county)]));
  }

  it.each<[string, WarningKind, Partial<WarningRuleSetting>]>([
    ['a rule off', 'evidenceMissing', { enabled: false }],
    ['a check off', 'idError', { off: ['disabilityCard', 'duplicate'] }],
    ['heads only', 'idError', { people: 'head' }],
    ['heads only', 'safeguardOverlap', { people: 'head' }],
    ['an archive no reason', 'safeguardOverlap', { off: ['renovation'] }],
    ['one reason off', 'incomplete', { off: ['notMovedIn'] }],
    ['one side off', 'renovationIdentity', { off: ['notOnList'] }],
    ['graver only', 'incomplete', { severity: 'error' }],
  ])(
    '%s (%s) are tried, published and taken back: the numbers are those of the trial',
    async (_name, kind, changed) => {
      const before = await waiting(kind);
      const setting = {
        ...plain(kind),
        ...((await standing()).rules.find((rule) => rule.kind === kind) ?? {}),
        ...changed,
      };
      const effect = await preview(setting);
      expect(await waiting(kind)).toEqual(before);
      expect((await publish({ rule: setting, reason: '试行' })).status).toBe(200);
      const after = await waiting(kind);
      const counted = new Map<number, { appear: number; vanish: number }>();
      const count = (county: number, of: 'appear' | 'vanish') => {
        const one = counted.get(county) ?? { appear: 0, vanish: 0 };
        counted.set(county, { ...one, [of]: one[of] + 1 });
      };
      for (const [id, county] of before) if (!after.has(id)) count(county, 'vanish');
      for (const [id, county] of after) if (!before.has(id)) count(county, 'appear');
      expect(
        new Map(effect.counties.map((one) => [Number(one.regionCode), { appear: one.appear, vanish: one.vanish }])),
      ).toEqual(counted);
      if (changed.severity === undefined) expect(effect.appear + effect.vanish).toBeGreaterThan(0);
      // What is published is what a full run finds, and the journal tells of it.
      const { rows: differing } = await ours.app.owner.query(
        `select opened, closed from anju.run_warning_rules(false)`,
      );
      expect(differing).toEqual([{ opened: 0, closed: 0 }]);
      const { id, summary } = await ours.lastChange('warnings');
      const { rows } = await ours.app.owner.query(
        `select detail ->> 'summary' as summary from anju.journal where action = 'configure' and subject_id = $1`,
        [id],
      );
      expect(rows).toEqual([{ summary }]);
      await ours.undo(id).expect(200);
      expect(await waiting(kind)).toEqual(before);
    },
  );

  it('come back as shipped, with the warnings that follow, as one change that is told before and taken back', async () => {
    const restore = async (sent: object) =>
      (
        await ours.configurator
          .post('/api/options/restore')
          .send({ subject: 'warnings', ...sent })
          .expect(200)
      ).body as ConfigurationRestored;
    const shipped = await standing();
    const before = await waiting('evidenceMissing');
    expect((await restore({ preview: true })).words).toEqual([]);
    const setting = { ...shipped.rules.find(({ kind }) => kind === 'evidenceMissing'), enabled: false };
    expect((await publish({ rule: setting })).status).toBe(200);
    expect((await publish({ fullRun: { enabled: true, hour: 3 } })).status).toBe(200);
    const changed = await standing();
    const { words, version, warnings } = await restore({ preview: true });
    expect(words.length).toBeGreaterThan(0);
    expect(warnings).toEqual({ appear: before.size, vanish: 0 });
    expect(await standing()).toEqual(changed);
    expect(await waiting('evidenceMissing')).toEqual(new Map());
    await restore({ preview: false, version, reason: '改乱了' });
    expect(await standing()).toMatchObject({ rules: shipped.rules, fullRun: shipped.fullRun });
    expect(await waiting('evidenceMissing')).toEqual(before);
    const change = await ours.lastChange('warnings');
    expect(change).toMatchObject({ summary: '预警规则恢复默认', reason: '改乱了' });
    await ours.undo(change.id).expect(200);
    expect(await standing()).toMatchObject({ rules: changed.rules, fullRun: changed.fullRun });
    await restore({ preview: false, version: (await standing()).version });
    expect(await standing()).toMatchObject({ rules: shipped.rules, fullRun: shipped.fullRun });
  });

  it('show twenty examples at most to who also supervises, and none to anybody else', async () => {
    const off = { ...plain('evidenceMissing'), severity: 'warning', enabled: false } as const;
    expect((await preview(off)).examples).toBeNull();
    await ours.app.owner.query(`insert into anju.role_duty values ('configurator', 'supervise')`);
    const { vanish, examples } = await preview(off);
    await ours.app.owner.query(`delete from anju.role_duty where role = 'configurator' and duty = 'supervise'`);
    expect(vanish).toBeGreaterThan(0);
    expect(examples).toHaveLength(Math.min(20, vanish));
    expect(examples?.[0]).toMatchObject({
      appears: false,
      message: expect.stringContaining('缺少佐证材料') as unknown,
    });
  });

  it('refuse at its field what cannot be, and a change of what somebody else has changed', async () => {
    for (const [setting, field] of [
      [{ ...plain('idError'), off: ['colour'] }, 'off'],
      [{ ...plain('evidenceMissing'), people: 'head' }, 'people'],
    ] as const) {
      const answer = await publish({ rule: setting });
      expect([answer.status, Object.keys((answer.body as { errors: object }).errors)]).toEqual([422, [field]]);
    }
    const { version } = await standing();
    expect((await publish({ fullRun: { enabled: true, hour: 3 } })).status).toBe(200);
    expect((await ours.clerk.get('/api/warnings/counts').expect(200)).body).toMatchObject({ fullRunHour: 3 });
    expect((await publish({ version, fullRun: { enabled: false, hour: 3 } })).status).toBe(409);
    expect((await publish({ fullRun: { enabled: true, hour: 24 } })).status).toBe(400);
    await ours.undo((await ours.lastChange('warnings')).id).expect(200);
    expect((await standing()).fullRun).toEqual({ enabled: true, hour: 1 });
  });
});
