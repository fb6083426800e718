import { isInRegion } from '@anju/domain';
import { DOORS, type Door, type LookupAnswer, type StandingAnswer, z } from '@anju/domain/contracts';
import { isDeepStrictEqual } from 'node:util';
import { FAR_AWAY, FAR_NAME, FAR_NUMBER, type ForeignRows } from './foreign-rows';

/** Who asks, and where they belong; null is a place not chosen yet. */
export interface Prober {
  readonly username: string;
  readonly regionCode: string | null;
}

/** A request that must show nothing of another region. */
export interface Probe {
  readonly who: Prober;
  readonly door: Door;
  readonly address: string;
  readonly body?: object;
  /** Asks for what lies elsewhere: there may be no row at all, and nothing to count. */
  readonly forNothing: boolean;
  /** All that may be told who names the far person's number, which the answer repeats. */
  readonly told?: object;
}

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly range: string | null;
}

const FAR_COUNTY = FAR_AWAY.slice(0, 6);
const FAR_COUNTY_NAME = '北京市东城区';
/** A neighbouring city, county and township, and a place in another province. */
const ELSEWHERE = ['5201', '520403', '520403100', FAR_COUNTY];
const BY_VALUE: Readonly<Record<string, (far: ForeignRows) => readonly unknown[]>> = {
  regionCode: () => ELSEWHERE,
  personName: () => [FAR_NAME],
  headName: () => [FAR_NAME],
  entryPerson: () => [FAR_NAME],
  search: () => [FAR_NAME],
  name: () => ['far-away'],
  idNumber: () => [FAR_NUMBER],
  householdId: ({ household }) => [household],
};
/** Nothing but the number that was asked. */
const NOT_FOUND: LookupAnswer = { found: [], offList: [], notFound: [FAR_NUMBER] };
/** Whom to call, as docs/architecture.md has it: the county alone. */
const COUNTY_ALONE: StandingAnswer = {
  standing: {
    idNumber: FAR_NUMBER,
    inRegion: false,
    householdId: null,
    source: null,
    personName: null,
    regionCode: FAR_COUNTY,
    regionName: FAR_COUNTY_NAME,
    message: `该身份证号已登记在${FAR_COUNTY_NAME}，不能重复补录，请联系所在县`,
  },
};
const SCOPED: readonly Door['scope'][] = ['region', 'ledger', 'audit'];

/** Every list door with its plain page, each of its orders in both directions, and each filter that could ask for what lies elsewhere. */
export function listProbes(who: Prober, far: ForeignRows): readonly Probe[] {
  return DOORS.filter(
    (door) => door.method === 'GET' && SCOPED.includes(door.scope) && !door.path.includes(':'),
  ).flatMap((door) => {
    const { filters, sorts } = questionsOf(door);
    if (!filters) return [];
    const probe = (query: Record<string, string>, forNothing: boolean): Probe => ({
      who,
      door,
      address: `/api${door.path}?${new URLSearchParams(query).toString()}`,
      forNothing,
    });
    const oracles = filters.flatMap((field) => (BY_VALUE[field]?.(far) ?? []).map((value) => ({ [field]: value })));
    return [
      probe({}, false),
      ...sorts.flatMap((field) =>
        ['ASC', 'DESC'].map((direction) => probe({ sort: JSON.stringify([field, direction]), range: '[0,99]' }, false)),
      ),
      ...oracles
        .filter((filter) => !isOwn(who, filter.regionCode))
        .map((filter) => probe({ filter: JSON.stringify(filter) }, true)),
    ];
  });
}

/** Counts, tables and searches about what lies elsewhere. */
export function questionProbes(who: Prober): readonly Probe[] {
  const door = (id: string): Door => {
    const found = DOORS.find((one) => one.id === id);
    if (!found) throw new Error(`There is no door ${id}`);
    return found;
  };
  const regions = ELSEWHERE.filter((region) => !isOwn(who, region));
  const numbers = { idNumbers: [FAR_NUMBER] };
  return [
    ...regions.flatMap((region) => [
      {
        who,
        door: door('statistics.table.findOne'),
        address: `/api/statistics/tables/T1?region=${region}`,
        forNothing: true,
      },
      {
        who,
        door: door('statistics.table.workbook'),
        address: `/api/statistics/tables/all/workbook?region=${region}`,
        forNothing: true,
      },
      {
        who,
        door: door('statistics.progress.find'),
        address: `/api/statistics/progress?region=${region}`,
        forNothing: true,
      },
    ]),
    {
      who,
      door: door('registry.household.lookup'),
      address: '/api/registry/households/lookup',
      body: numbers,
      forNothing: false,
      told: NOT_FOUND,
    },
    {
      who,
      door: door('registry.household.standing'),
      address: '/api/registry/households/standing',
      body: { idNumber: FAR_NUMBER },
      forNothing: false,
      told: COUNTY_ALONE,
    },
  ];
}

/** What a reply shows of another region; empty is well. */
export function leaksOf(probe: Probe, { status, text, range }: Reply): readonly string[] {
  const { who, door, address, forNothing } = probe;
  const told = (what: string) => [`${who.username} ${door.method} ${address}: ${what}`];
  if (status >= 500) return told(`answered ${status}`);
  if (probe.told && status === 200) {
    return isDeepStrictEqual(JSON.parse(text), probe.told) ? [] : told(`tells more than it may: ${text}`);
  }
  if (text.includes(FAR_NAME) || text.includes(FAR_NUMBER)) return told('shows the far household');
  if (status !== 200) return [];
  const rows = rowsOf(text);
  const foreign = rows.filter(({ regionCode }) => typeof regionCode === 'string' && !isOwn(who, regionCode));
  if (foreign.length > 0) return told(`shows ${foreign.length} rows of ${String(foreign[0]?.regionCode)}`);
  const counted = Number(range?.split('/').pop() ?? 0);
  if (forNothing && (rows.length > 0 || counted > 0)) return told(`finds ${rows.length} rows, counts ${counted}`);
  return [];
}

function isOwn({ regionCode }: Prober, code: unknown): boolean {
  return typeof code === 'string' && regionCode !== null && isInRegion(code, regionCode);
}

function rowsOf(text: string): readonly Readonly<Record<string, unknown>>[] {
  const value: unknown = text.startsWith('[') ? JSON.parse(text) : [];
  return Array.isArray(value) ? (value as Readonly<Record<string, unknown>>[]) : [];
}

/** The filters and orders that a list's contract knows; no filters for what is no list. */
function questionsOf({ query }: Door): { readonly filters?: readonly string[]; readonly sorts: readonly string[] } {
  if (!(query instanceof z.ZodObject)) return { sorts: [] };
  const { filter, sort } = query.shape as Readonly<Record<string, unknown>>;
  const filters = innermost(filter);
  const order = innermost(sort);
  const [field] = order instanceof z.ZodTuple ? (order.def.items as readonly unknown[]) : [];
  return {
    ...(filters instanceof z.ZodObject && { filters: Object.keys(filters.shape) }),
    sorts: field instanceof z.ZodEnum ? field.options.map(String) : [],
  };
}

/** What a parameter's JSON is parsed by, below `optional` and the pipe from text. */
function innermost(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional) return innermost(schema.unwrap());
  return schema instanceof z.ZodPipe ? innermost(schema.out) : schema;
}
