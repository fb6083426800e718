import { ask } from './requests.mjs';
import { said } from './photos.mjs';

const WANTED = 10_000;
const BAR_SECONDS = 30;
const PERSONS = {
  entryPerson: '演示录入人',
  entryDate: '2020-06-01',
  townshipReviewer: '演示审核人',
  countyReviewer: '演示审核人',
};

/**
 * 按关联信息认定 of some 10,000 households, part by part as the page asks for it, and how often it says how far it is.
 * The region is the one whose linked households come nearest to 10,000 from below.
 * @param {{ url: string, owner: import('pg').Client, clerk: Record<string, string> }} run
 */
export async function recogniseLinkedSet({ url, owner, clerk }) {
  const filter = { linked: 'renovation', regionCode: await regionOf(owner) };
  const door = { method: 'POST', path: '/api/registry/recognise-linked', headers: clerk };
  const begun = performance.now();
  const preview = await ask(undefined, url, { ...door, body: { filter, preview: true } });
  const previewed = performance.now();
  let [judged, recognised, parts, after, longest] = [0, 0, 0, undefined, 0];
  do {
    const started = performance.now();
    const body = { filter, preview: false, ...PERSONS, ...(after ? { after } : {}) };
    const answer = await ask(undefined, url, { ...door, body });
    judged += answer.matched;
    recognised += answer.recognised;
    parts += 1;
    after = answer.next;
    longest = Math.max(longest, performance.now() - started);
  } while (after);
  const seconds = (performance.now() - previewed) / 1000;
  return said(
    seconds * (WANTED / Math.max(1, judged)) <= BAR_SECONDS,
    `按关联信息认定 in ${filter.regionCode}: ${judged} households judged, ${recognised} recognised in ${seconds.toFixed(1)} s (bar ${BAR_SECONDS} s for ${WANTED}), ` +
      `${parts} parts, the longest ${(longest / 1000).toFixed(2)} s; preview of ${preview.matched} ${((previewed - begun) / 1000).toFixed(1)} s`,
  );
}

async function regionOf(owner) {
  const { rows } = await owner.query(
    `select left(h.region_code, length.of) as code from (values (2), (4), (6)) length (of)
     cross join households h
     where not h.recognised and nullif(h.departure_reason, '') is null
       and exists (select from members m join renovations r using (id_key) where m.household_id = h.id)
     group by 1 having count(*) <= ${WANTED - 100} order by count(*) desc limit 1`,
  );
  return rows[0].code;
}
