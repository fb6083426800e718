import type { RenovationDetail, RenovationRow } from '@anju/domain/contracts';
import type { Caller, TestApp } from '../../harness/app';
import { COUNTY, OTHER_COUNTY, unrecognisedIds, withoutArchive } from './register';

export const RENOVATIONS = '/api/registry/renovations';

interface JournalEntry {
  readonly region_code: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The archives of a running application, as its county's clerk and as the owner see them. */
export interface Archives {
  readonly clerk: Caller;
  /** A village of the clerk's county. */
  readonly village: string;
  one<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row>;
  /** An unrecognised household without an archive, each time another. */
  takeHousehold(): number;
  address(filter: object, more?: Readonly<Record<string, string>>): string;
  listed(filter: object, who?: Caller): Promise<RenovationRow[]>;
  counted(filter: object): Promise<number>;
  entered(fields?: object): Promise<RenovationDetail>;
  openArchive(id: number, who?: Caller): Promise<RenovationDetail>;
  numberOfHead(household: number): Promise<string>;
  /** An archive of the other county, made by the owner. */
  foreignArchive(): Promise<number>;
  journalOf(id: number, action: string): Promise<JournalEntry[]>;
}

/** What tests of the archives need of a running application. */
export async function archivesOf(app: TestApp): Promise<Archives> {
  const clerk = await app.as('demo-clerk');
  const waiting = await withoutArchive(app, await unrecognisedIds(app));
  const one = async <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row> => {
    const { rows } = await app.owner.query<Row>(sql, [...values]);
    const [row] = rows;
    if (!row) throw new Error(`No row came of ${sql}`);
    return row;
  };
  const { code: village } = await one<{ code: string }>(
    `select code from regions where level = 5 and code like '${COUNTY}%' order by code limit 1`,
  );
  const address = (filter: object, more: Readonly<Record<string, string>> = {}) =>
    `${RENOVATIONS}?${new URLSearchParams({ filter: JSON.stringify(filter), ...more }).toString()}`;
  return {
    clerk,
    village,
    one,
    address,
    takeHousehold() {
      const id = waiting.shift();
      if (id === undefined) throw new Error('The demonstration holds too few unrecognised households');
      return id;
    },
    async listed(filter, who = clerk) {
      return (await who.get(address(filter, { range: '[0,499]' })).expect(200)).body as RenovationRow[];
    },
    async counted(filter) {
      const answer = await clerk.get(address(filter, { range: '[0,0]' })).expect(200);
      return Number(String(answer.headers['content-range']).split('/')[1]);
    },
    async entered(fields = {}) {
      const answer = await clerk.post(RENOVATIONS).send({ regionCode: village, headName: '罗档案', ...fields });
      if (answer.status !== 200) throw new Error(answer.text);
      return answer.body as RenovationDetail;
    },
    async openArchive(id, who = clerk) {
      return (await who.get(`${RENOVATIONS}/${id}`).expect(200)).body as RenovationDetail;
    },
    async numberOfHead(household) {
      const sql = 'select id_key as number from members where household_id = $1 and is_head';
      return (await one<{ number: string }>(sql, [household])).number;
    },
    async foreignArchive() {
      const { id } = await one<{ id: number }>(
        `insert into renovations (region_code, head_name, id_number, plan_year, renovation_mode, poverty_type)
         values ('${OTHER_COUNTY}001', '远方人', '690402197001010018', 2014, 'houseExchange', 'registeredPoor') returning id`,
      );
      return id;
    },
    async journalOf(id, action) {
      const { rows } = await app.owner.query<{ region_code: string; detail: string }>(
        `select region_code, detail::text as detail from anju.journal
         where subject_table = 'renovations' and subject_id = $1 and action = $2 order by id`,
        [id, action],
      );
      return rows.map(({ region_code, detail }) => ({
        region_code,
        detail: JSON.parse(detail) as JournalEntry['detail'],
      }));
    },
  };
}
