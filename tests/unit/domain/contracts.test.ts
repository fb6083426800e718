import { DUTIES } from '@anju/domain';
import {
  DOORS,
  errorAnswer,
  evidenceUploadDoor,
  fieldErrors,
  householdCorrection,
  householdListDoor,
  householdRecordDoor,
  regionListDoor,
  safeguardInput,
  signInDoor,
  statisticsTableDoor,
  z,
} from '@anju/domain/contracts';
import { aSafeguard } from './safeguard-builders';

function errorsOf(shape: z.ZodType | undefined, value: unknown): Record<string, string> {
  const result = shape?.safeParse(value);
  return result?.error ? fieldErrors(result.error) : {};
}

describe('text', () => {
  it('with a NUL or another control character is refused at its field; line breaks are kept', () => {
    expect(errorsOf(signInDoor.body, { identifier: 'clerk\u0000', password: 'x' })).toEqual({
      identifier: '用户名中有无法识别的字符，请重新填写',
    });
    expect(errorsOf(householdCorrection, { version: 1, remark: '第一行\n第二行' })).toEqual({});
  });
});

describe('doors', () => {
  it.each(DOORS.map((door) => [door.id, door] as const))('%s is declared whole', (_, door) => {
    const named = [...door.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    const shape = door.params ? Object.keys(z.toJSONSchema(door.params, { io: 'input' }).properties ?? {}) : [];
    expect(shape).toEqual(named);
    expect(typeof door.access === 'string' || door.access.every((duty) => DUTIES.includes(duty))).toBe(true);
    if (door.scope === 'region') expect(typeof door.access).not.toBe('string');
  });

  it('have an id and a place of their own', () => {
    expect(new Set(DOORS.map((door) => door.id)).size).toBe(DOORS.length);
    expect(new Set(DOORS.map((door) => `${door.method} ${door.path}`)).size).toBe(DOORS.length);
  });

  const read = DOORS.flatMap(({ id, query, body }) =>
    Object.entries({ query, body }).flatMap(([part, shape]) => (shape ? [[id, part, shape] as const] : [])),
  );

  it.each(read)('%s refuses unknown fields of its %s, whatever kind it is of', (_id, _part, shape) => {
    const kinds = objectsIn(shape);
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds.filter(isOpen)).toEqual([]);
  });

  it('are looked at kind by kind: one that takes more is found among others', () => {
    expect(objectsIn(safeguardInput)).toHaveLength(6);
    const kinds = objectsIn(z.union([z.strictObject({ one: z.string() }), z.object({ other: z.string() })]));
    expect(kinds.filter(isOpen)).toEqual([expect.objectContaining({ required: ['other'] })]);
  });
});

/** An object as JSON Schema describes it. */
type ObjectSchema = Readonly<{ properties: object; additionalProperties?: unknown }>;

const isOpen = ({ additionalProperties }: ObjectSchema) => additionalProperties !== false;

/** Every object with named fields that a shape may be or hold, a kind of a union each by itself. */
function objectsIn(shape: z.ZodType): readonly ObjectSchema[] {
  const within = (part: unknown): readonly ObjectSchema[] => {
    if (typeof part !== 'object' || part === null) return [];
    const inner = Object.values(part).flatMap(within);
    return isObjectSchema(part) ? [part, ...inner] : inner;
  };
  return within(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any', reused: 'inline' }));
}

function isObjectSchema(part: object): part is ObjectSchema {
  return 'type' in part && part.type === 'object' && 'properties' in part;
}

describe('list of households', () => {
  const query = householdListDoor.query;

  it('reads the simple-rest dialect', () => {
    const text = { filter: '{"kind":"renovation","exitYear":[2018,2019]}', range: '[0,24]', sort: '["id","DESC"]' };
    expect(query?.parse(text)).toEqual({
      filter: { kind: ['renovation'], exitYear: [2018, 2019] },
      range: [0, 24],
      sort: ['id', 'DESC'],
    });
  });

  it('names every unknown or wrong condition by itself, in Chinese', () => {
    const filter = { surprise: 1, kind: 'tent', regionCode: '5204x', entryDateFrom: '2020-02-30' };
    expect(errorsOf(query, { filter: JSON.stringify(filter), sort: '["name","ASC"]' })).toEqual({
      surprise: '不认识的字段',
      kind: '保障措施不在可选范围内',
      regionCode: '行政区划代码应为 2、4、6、9 或 12 位数字',
      entryDateFrom: '录入时间（起）不是有效日期，请按 2020-06-01 的格式填写',
      sort: '只能按 id、regionCode 排序',
    });
  });

  it.each(['[0,500]', '[10,5]', '[10001,10002]', '[0]', '{}', '[-1,3]'])('refuses the range %s', (range) => {
    expect(Object.keys(errorsOf(query, { range }))).toEqual(['range']);
  });

  it('refuses what is not JSON and days out of order', () => {
    expect(errorsOf(query, { filter: '{' })).toEqual({ filter: '参数 filter 不是有效的 JSON' });
    const filter = JSON.stringify({ entryDateFrom: '2020-06-02', entryDateTo: '2020-06-01' });
    expect(errorsOf(query, { filter })).toEqual({ entryDateTo: '录入时间（止）不能早于录入时间（起）' });
  });
});

describe('recognition', () => {
  it('takes the fields of its kind only', () => {
    expect(errorsOf(safeguardInput, { ...aSafeguard('otherMeans'), planYear: 2018 })).toEqual({
      planYear: '不认识的字段',
    });
  });

  it('names a kind', () => {
    const { kind, ...rest } = aSafeguard('otherMeans');
    expect(kind).toBe('otherMeans');
    expect(errorsOf(safeguardInput, rest)).toEqual({ kind: '请选择住房安全保障情况' });
  });

  it('refuses days that do not exist and blank persons', () => {
    const input = { ...aSafeguard('originalSafe'), appraisalDate: '2020-02-30', entryPerson: '  ' };
    expect(errorsOf(safeguardInput, input)).toEqual({
      appraisalDate: '鉴定（评定）时间不是有效日期，请按 2020-06-01 的格式填写',
      entryPerson: '请填写录入人',
    });
  });

  it('reads blank optional fields as empty', () => {
    const input = { ...aSafeguard('povertyRelocation'), confirmedBy: ' ', moveInDate: '' };
    expect(safeguardInput.parse(input)).toMatchObject({ confirmedBy: null, moveInDate: null });
  });

  it('carries the version that was seen', () => {
    expect(errorsOf(safeguardInput, { ...aSafeguard('otherMeans'), version: undefined })).toEqual({
      version: '缺少版本号 version，请刷新后再保存',
    });
  });
});

describe('correction', () => {
  it('says at which member a phone is wrong', () => {
    const correction = { version: 1, members: [{ id: 7, correctedPhone: '12' }] };
    expect(errorsOf(householdCorrection, correction)).toEqual({
      'members.0.correctedPhone': '联系方式应为 11 位手机号或带区号的固定电话',
    });
  });

  it.each(['10062890941', '0851-1234567', '085112345678', '', null])('takes the phone %p', (correctedPhone) => {
    expect(errorsOf(householdCorrection, { version: 1, correctedPhone })).toEqual({});
  });

  it('tells an emptied field from one that is not sent', () => {
    expect(householdCorrection.parse({ version: 1, remark: '' })).toEqual({ version: 1, remark: null });
    expect(householdCorrection.parse({ version: 1 })).toEqual({ version: 1 });
  });
});

describe('other doors', () => {
  it('find regions by their parent or by their codes, never by both or neither', () => {
    const parse = (filter: object) => errorsOf(regionListDoor.query, { filter: JSON.stringify(filter) });
    expect(parse({ parentCode: '52' })).toEqual({});
    expect(parse({ code: ['52', '5204'] })).toEqual({});
    expect(Object.keys(parse({}))).toEqual(['filter']);
    expect(Object.keys(parse({ parentCode: '52', code: ['52'] }))).toEqual(['filter']);
  });

  it('read numbers out of paths and form parts', () => {
    expect(householdRecordDoor.params?.parse({ id: '17' })).toEqual({ id: 17 });
    expect(evidenceUploadDoor.body?.parse({ householdId: '17', category: 'houseFrontPhoto' })).toMatchObject({
      householdId: 17,
    });
    for (const id of ['0', '-1', '1.5', 'x', '99999999999'])
      expect(errorsOf(householdRecordDoor.params, { id })).toHaveProperty('id');
  });

  it('know the tables that exist', () => {
    expect(errorsOf(statisticsTableDoor.params, { table: 'T0' })).toEqual({ table: '没有这张统计表' });
    expect(statisticsTableDoor.query?.parse({})).toEqual({ scope: 'registry' });
  });

  it('refuse in one shape', () => {
    expect(errorAnswer.parse({ message: '请检查', code: 'bad_input', errors: { id: '编号不存在' } })).toBeTruthy();
  });
});
