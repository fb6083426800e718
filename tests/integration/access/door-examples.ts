import type { WarningKind, WarningState } from '@anju/domain';
import type { Door } from '@anju/domain/contracts';
import sharp from 'sharp';
import type { TestApp } from '../../harness/app';
import { RECOGNITIONS } from '../registry/register';

/** What a door is tried with. */
export interface Example {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object | FormData;
}

/** Makes an example from what lies in a region; `subject` is a household or evidence id that the address names instead. */
type MakeExample = (place: Place, subject?: number) => Promise<Example> | Example;

/** Data of one region, as the owner sees it; each call answers another household. */
export interface Place {
  household(state?: 'recognised' | 'unrecognised'): Promise<{ readonly id: number; readonly version: number }>;
  /** A household that waits for the region's level, or that it has approved. */
  reviewed(state: 'waiting' | 'approved'): Promise<{ readonly id: number; readonly version: number }>;
  evidence(): Promise<{ readonly id: number }>;
  warning(kind: WarningKind, state: WarningState): Promise<{ readonly id: number }>;
}

/** Which rows an address names: what stands outside the caller's region must answer as if it did not exist. */
export const SUBJECTS: Readonly<Record<string, 'household' | 'evidence' | 'warning'>> = {
  'registry.household.findOne': 'household',
  'registry.household.correct': 'household',
  'registry.household.reveal': 'household',
  'registry.safeguard.recognise': 'household',
  'registry.safeguard.withdraw': 'household',
  'registry.review.compare': 'household',
  'registry.review.approve': 'household',
  'registry.review.return': 'household',
  'registry.review.takeBack': 'household',
  'registry.evidence.upload': 'household',
  'registry.evidence.find': 'household',
  'registry.evidence.delete': 'evidence',
  'registry.evidence.ticket': 'evidence',
  'registry.evidence.file': 'evidence',
  'warnings.warning.dismiss': 'warning',
  'warnings.warning.specialCase': 'warning',
  'warnings.warning.forward': 'warning',
  'warnings.warning.decide': 'warning',
};

/** Input that each signed-in door accepts, made of what the region holds. */
export const EXAMPLES: Readonly<Record<string, MakeExample>> = {
  'users-permissions.auth.getSessions': () => ({}),
  'users-permissions.auth.changePassword': () => ({
    body: { currentPassword: 'not it', password: 'Another-2020', passwordConfirmation: 'Another-2020' },
  }),
  'access.me.find': () => ({}),
  'access.region.find': () => ({ query: { filter: '{"parentCode":"52"}' } }),
  'registry.household.find': () => ({ query: { filter: '{"recognised":false}', range: '[0,9]' } }),
  'registry.household.lookup': () => ({ body: { idNumbers: ['690425199001011234'] } }),
  'registry.household.next': () => ({ body: {} }),
  'registry.household.findOne': async (place, subject) => ({ path: { id: subject ?? (await place.household()).id } }),
  'registry.household.correct': async (place, subject) => {
    const { id, version } = await place.household();
    return { path: { id: subject ?? id }, body: { version, remark: '核对过' } };
  },
  'registry.household.reveal': async (place, subject) => ({
    path: { id: subject ?? (await place.household()).id },
    body: { field: 'idNumber' },
  }),
  'registry.safeguard.recognise': async (place, subject) => {
    const { id, version } = await place.household('unrecognised');
    return { path: { id: subject ?? id }, body: { version, ...RECOGNITIONS.originalSafe } };
  },
  'registry.safeguard.withdraw': async (place, subject) => {
    const { id, version } = await place.household('recognised');
    return { path: { id: subject ?? id }, body: { version, reason: '录错了户' } };
  },
  'registry.review.find': () => ({ query: { filter: '{"kind":"originalSafe"}', range: '[0,9]' } }),
  'registry.review.compare': async (place, subject) => ({
    path: { householdId: subject ?? (await place.household()).id },
  }),
  'registry.review.approve': async (place, subject) => {
    const { id, version } = await place.reviewed('waiting');
    return { path: { householdId: subject ?? id }, body: { version } };
  },
  'registry.review.return': async (place, subject) => {
    const { id, version } = await place.reviewed('waiting');
    return {
      path: { householdId: subject ?? id },
      body: { version, reasons: [{ field: 'kind', text: '保障方式与材料不符' }] },
    };
  },
  'registry.review.takeBack': async (place, subject) => {
    const { id, version } = await place.reviewed('approved');
    return { path: { householdId: subject ?? id }, body: { version } };
  },
  'registry.review.batch': () => ({
    body: { filter: { kind: 'otherMeans', entryPerson: '没有此人' }, action: 'approve' },
  }),
  'registry.evidence.upload': async (place, subject) => {
    const body = new FormData();
    body.set('householdId', String(subject ?? (await place.household()).id));
    body.set('category', 'houseFrontPhoto');
    body.set('file', await photo(), 'front.jpg');
    return { body };
  },
  'registry.evidence.find': async (place, subject) => ({
    query: { householdId: String(subject ?? (await place.household()).id) },
  }),
  'registry.evidence.delete': async (place, subject) => ({
    path: { id: subject ?? (await place.evidence()).id },
    body: { reason: '重复上传' },
  }),
  'registry.evidence.ticket': async (place, subject) => ({
    path: { id: subject ?? (await place.evidence()).id },
    body: {},
  }),
  'registry.evidence.file': async (place, subject) => ({
    path: { id: subject ?? (await place.evidence()).id },
    query: { size: 'thumb' },
  }),
  'options.list.find': () => ({}),
  'options.item.find': () => ({}),
  'options.evidence-category.find': () => ({}),
  'options.form.find': () => ({}),
  'statistics.table.find': () => ({}),
  'statistics.table.findOne': () => ({ path: { table: 'T1' } }),
  'statistics.recount.run': () => ({ body: {} }),
  'warnings.warning.find': () => ({ query: { filter: '{"state":"open"}', range: '[0,9]' } }),
  'warnings.count.find': () => ({}),
  'warnings.scan.run': () => ({ body: {} }),
  'warnings.warning.dismiss': async (place, subject) => ({
    path: { id: subject ?? (await place.warning('evidenceMissing', 'open')).id },
    body: { text: '材料在县档案馆，待调取' },
  }),
  'warnings.warning.specialCase': async (place, subject) => ({
    path: { id: subject ?? (await place.warning('safeguardOverlap', 'open')).id },
    body: { text: '原房已拆除，搬迁后分户' },
  }),
  'warnings.warning.forward': async (place, subject) => ({
    path: { id: subject ?? (await place.warning('safeguardOverlap', 'submitted')).id },
    body: {},
  }),
  'warnings.warning.decide': async (place, subject) => ({
    path: { id: subject ?? (await place.warning('safeguardOverlap', 'submitted')).id },
    body: { decision: 'returned', text: '请补充说明' },
  }),
};

async function photo(): Promise<Blob> {
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#7a8b99' } });
  return new Blob([new Uint8Array(await picture.jpeg().toBuffer())], { type: 'image/jpeg' });
}

/** What lies in a region of the running application. */
export function placeIn(app: TestApp, regionCode: string): Place {
  const used = new Set<number>();
  const takeOne = async <Row extends { readonly id: number }>(sql: string): Promise<Row> => {
    const { rows } = await app.owner.query<Row>(sql, [regionCode, [...used]]);
    const [row] = rows;
    if (!row) throw new Error(`Region ${regionCode} holds too little to try every door`);
    used.add(row.id);
    return row;
  };
  return {
    household: (state = 'recognised') =>
      takeOne(`select id, version from households where region_code like $1 || '%' and id <> all ($2) and departure_reason is null
               and recognised = ${String(state === 'recognised')} order by region_code, id limit 1`),
    reviewed: (state) => {
      const states = regionCode.length === 9 ? ['entered', 'townshipApproved'] : ['townshipApproved', 'countyApproved'];
      return takeOne(`select h.id, h.version from households h join safeguards s on s.household_id = h.id
        where h.region_code like $1 || '%' and h.id <> all ($2) and s.review_state = '${String(states[state === 'waiting' ? 0 : 1])}'
        order by h.region_code desc, h.id desc limit 1`);
    },
    evidence: () =>
      takeOne(`select id from evidences where region_code like $1 || '%' and id <> all ($2) order by id limit 1`),
    // Written by hand, since a small region holds no warning of every kind.
    warning: (kind, state) =>
      takeOne(`insert into warnings (kind, state, subject, household_id, region_code, severity, fingerprint, explanation, opened_at, steps)
        select '${kind}', '${state}', 'example:' || gen_random_uuid(), h.id, h.region_code, 'error', 'example',
          case '${kind}' when 'evidenceMissing' then '{"kind":"originalSafe","groups":[]}'::jsonb else '{"sources":[]}' end, now(), '[]'
        from (select * from households where region_code like $1 || '%' and id <> all ($2) order by id limit 1) h returning id`),
  };
}

/** Method, address and body of an example. */
export function requestFor(
  door: Door,
  { path = {}, query = {}, body }: Example,
): { readonly address: string; readonly init: RequestInit } {
  const filled = door.path.replace(/:(\w+)/g, (_match, name: string) => String(path[name] ?? ''));
  const search = new URLSearchParams(query).toString();
  const isForm = body instanceof FormData;
  const headers: Record<string, string> = body && !isForm ? { 'Content-Type': 'application/json' } : {};
  return {
    address: `/api${filled}${search && '?'}${search}`,
    init: {
      method: door.method,
      headers,
      body: isForm ? body : JSON.stringify(body),
    },
  };
}
