import { secondsOf } from './figures.mjs';
const ENTRIES = 1_000_000;
const BLOCK = 5_000;
const BLOCKS_A_STATEMENT = 10;
const ENTRIES_A_PART = 200_000;
const BAR = 60;

/** Writes 1,000,000 entries such as saves leave, then seals and verifies them by the statements that the application runs. */
export async function measureJournal(owner) {
  await owner.query(
    `insert into anju.journal (actor, request, region_code, action, subject_table, subject_id, detail)
     select 1 + n % 40, gen_random_uuid()::text, '520425' || lpad((100 + n % 12)::text, 3, '0') || '001', 'update', 'safeguards', n,
       jsonb_build_object('kind', jsonb_build_array('originalSafe', 'renovation'), 'entry_date', jsonb_build_array('2020-06-01', '2020-06-02'),
         'appraiser', jsonb_build_array(null, '演示鉴定人'), 'entered_by', jsonb_build_array(null, n % 40))
     from generate_series(1, ${ENTRIES}) n`,
  );
  const sealed = await secondsOf(async () => {
    for (;;) {
      const { rows } = await owner.query('select * from anju.seal_journal($1, $2)', [BLOCK, BLOCKS_A_STATEMENT]);
      if (!rows[0]?.is_full) return;
    }
  });
  // As autovacuum does after so many rows, at a time of its own.
  await owner.query('vacuum analyze anju.journal');
  let entries = 0;
  const verified = await secondsOf(async () => {
    for (let after = 0; after !== null; ) {
      const { rows } = await owner.query('select * from anju.verify_journal($1, $2)', [after, ENTRIES_A_PART]);
      const [part] = rows;
      if (part.fault !== null) throw new Error(`The seals of the bench do not hold: ${part.fault}`);
      entries += Number(part.entries);
      after = part.next === null ? null : Number(part.next);
    }
  });
  console.log(
    `journal of ${entries} entries: sealed in ${sealed.toFixed(1)} s, verified in ${verified.toFixed(1)} s, ` +
      `together ${(sealed + verified).toFixed(1)} s (bar ${BAR} s)`,
  );
  return entries >= ENTRIES && sealed + verified <= BAR;
}
