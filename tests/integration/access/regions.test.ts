import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DOORS, type RegionRow } from '@anju/domain/contracts';
import { readConfig, serviceOf } from '@anju/kit';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';

let app: TestApp;
let caller: Caller;
let folder: string;

beforeAll(async () => {
  app = await startTestApp();
  caller = await app.as('demo-clerk');
  folder = mkdtempSync(path.join(os.tmpdir(), 'anju-regions-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.stop();
});

function address(filter: object, more: Readonly<Record<string, string>> = {}): string {
  return `/api/access/regions?${new URLSearchParams({ filter: JSON.stringify(filter), ...more }).toString()}`;
}

async function regions(filter: object, more?: Readonly<Record<string, string>>): Promise<readonly RegionRow[]> {
  return (await caller.get(address(filter, more)).expect(200)).body as readonly RegionRow[];
}

describe('the cascader', () => {
  it('begins with the provinces, in code order', async () => {
    const provinces = await regions({ parentCode: '' });
    expect(provinces).toHaveLength(31);
    expect(provinces[0]).toEqual({
      code: '11',
      name: '北京市',
      level: 1,
      kind: expect.any(String) as string,
      parentCode: '',
      fullName: '北京市',
    });
    expect(provinces.map(({ code }) => code)).toEqual([...provinces.map(({ code }) => code)].sort());
  });

  it('opens every level down to the villages of the node’s province', async () => {
    const sizes = await Promise.all(
      ['52', '5204', '520425', '520425102'].map(async (parentCode) => regions({ parentCode })),
    );
    expect(sizes.map((rows) => rows[0]?.level)).toEqual([2, 3, 4, 5]);
    expect(sizes[0]).toHaveLength(9);
    expect(sizes[3]?.every(({ code }) => /^520425102\d{3}$/.test(code))).toBe(true);
    expect(sizes[3]?.[0]?.fullName).toMatch(/^贵州省安顺市紫云苗族布依族自治县.+/);
  });

  it('leaves groups that only the code tree knows out of full names', async () => {
    expect((await regions({ code: ['110101'] }))[0]?.fullName).toBe('北京市东城区');
  });

  it('names regions by code, of any region, in code order', async () => {
    const rows = await regions({ code: ['520425', '11', '5204', '99'] });
    expect(rows.map(({ code, name }) => [code, name])).toEqual([
      ['11', '北京市'],
      ['5204', '安顺市'],
      ['520425', '紫云苗族布依族自治县'],
    ]);
  });

  it('turns the order and cuts the range, and says how many there are', async () => {
    const answer = await caller
      .get(address({ parentCode: '52' }, { sort: '["code","DESC"]', range: '[0,1]' }))
      .expect(200);
    expect((answer.body as RegionRow[]).map(({ code }) => code)).toEqual(['5227', '5226']);
    expect(answer.headers['content-range']).toBe('regions 0-1/9');
  });

  it.each([
    ['an unknown filter', address({ parentCode: '52', name: '安顺' })],
    ['no filter of the two', address({})],
    ['both filters', address({ parentCode: '52', code: ['52'] })],
    ['a code of three digits', address({ parentCode: '520' })],
    ['an unknown sort', address({ parentCode: '52' }, { sort: '["name","ASC"]' })],
    ['an unknown parameter', '/api/access/regions?level=2'],
  ])('refuses %s in words', async (_name, url) => {
    const answer = await caller.get(url).expect(400);
    expect(answer.body).toMatchObject({ code: 'badInput', message: expect.stringMatching(/[一-鿿]/) as string });
  });
});

interface RegionService {
  importFile(file: string): Promise<number>;
}

describe('importing another province’s villages', () => {
  const importText = (text: string) => {
    const file = path.join(folder, 'villages.csv');
    writeFileSync(file, text);
    return serviceOf<RegionService>(app.strapi, 'access', 'regions').importFile(file);
  };
  const stored = async () =>
    (await app.owner.query('select code, name, full_name, level, kind, parent_code from regions order by code'))
      .rows as unknown[];

  it('adds and renames them', async () => {
    expect(
      await importText(
        '\ufeffcode,name,kind\n110101001001,多福巷社区居委会,\n110101001002,"银闸社区, 居委会",village\n',
      ),
    ).toBe(2);
    expect(await importText('code,name\n110101001001,多福巷社区\n')).toBe(1);
    const rows = await regions({ parentCode: '110101001' });
    expect(rows.map(({ name, level }) => [name, level])).toEqual([
      ['多福巷社区', 5],
      ['银闸社区, 居委会', 5],
    ]);
    expect(rows[0]?.fullName).toBe('北京市东城区东华门街道多福巷社区');
  });

  it('carries a new name of a township into the full names of its villages', async () => {
    await importText('code,name\n110101002003,交道口社区\n');
    expect(await importText('code,name\n110101002,新景山街道\n')).toBeGreaterThan(1);
    const rows = await regions({ parentCode: '110101002' });
    expect(rows.map(({ fullName }) => fullName)).toEqual(['北京市东城区新景山街道交道口社区']);
    const townships = await regions({ code: ['110101002'] });
    expect(townships[0]).toMatchObject({ name: '新景山街道', kind: 'subdistrict' });
  });

  it.each([
    ['a code of the wrong length', 'code,name\n110101001003,好的\n1101010010,坏的\n', '第 3 行', '位数不对'],
    ['a code that is no number', 'code,name\n11010100100X,坏的\n', '第 2 行', '位数不对'],
    ['a parent that does not exist', 'code,name\n999999999999,坏的\n', '第 2 行', '上级 999999999 不存在'],
    ['a code that stands twice', 'code,name\n110101001003,好的\n110101001003,又一个\n', '第 3 行', '重复'],
    ['a missing name', 'code,name\n110101001003,\n', '第 2 行', '缺少名称'],
    ['a missing column', 'code,label\n110101001003,好的\n', 'file', '须有 code 和 name 两列'],
  ])('refuses a file with %s, names the line and changes nothing', async (_name, text, line, sentence) => {
    const before = await stored();
    await expect(importText(text)).rejects.toMatchObject({
      errors: { [line]: expect.stringContaining(sentence) as string },
    });
    expect(await stored()).toEqual(before);
  });
});

interface RolesFile {
  readonly roles: readonly { readonly key: string; readonly duties: readonly string[] }[];
}

describe('the mirrored roles', () => {
  const actionsOf = async (role: string) => {
    const { rows } = await app.owner.query<{ action: string }>(
      `select p.action from up_permissions p join up_permissions_role_lnk l on l.permission_id = p.id
       join up_roles r on r.id = l.role_id where r.type = $1`,
      [role],
    );
    return rows.map(({ action }) => action).sort();
  };
  const doorsOf = (duties: readonly string[], ...plain: readonly string[]) =>
    DOORS.filter(({ access }) =>
      typeof access === 'string' ? plain.includes(access) : access.some((duty) => duties.includes(duty)),
    )
      .map(({ id }) => `plugin::${id}`)
      .sort();

  it('are all there, and each has exactly the doors of its duties', async () => {
    const { roles } = readConfig('roles.json') as RolesFile;
    expect(roles).toHaveLength(13);
    for (const { key, duties } of roles) {
      expect([key, await actionsOf(key)]).toEqual([key, doorsOf(duties, 'public', 'signedIn')]);
    }
  });

  it('give nobody the public doors only, and an account without a role nothing', async () => {
    expect(await actionsOf('public')).toEqual(doorsOf([], 'public'));
    expect(await actionsOf('authenticated')).toEqual([]);
    const { rows } = await app.owner.query<{ type: string }>('select type from up_roles order by type');
    const { roles } = readConfig('roles.json') as RolesFile;
    expect(rows.map(({ type }) => type)).toEqual([...roles.map(({ key }) => key), 'public', 'authenticated'].sort());
  });

  it('keep in the database the duties that the configuration names', async () => {
    const { rows } = await app.owner.query<{ role: string; duty: string }>(
      'select role, duty from anju.role_duty order by role, duty',
    );
    const { roles } = readConfig('roles.json') as RolesFile;
    const wanted = roles.flatMap(({ key, duties }) => duties.map((duty) => `${key} ${duty}`)).sort();
    expect(rows.map(({ role, duty }) => `${role} ${duty}`).sort()).toEqual(wanted);
  });
});
