import { secondsOf } from '../figures.mjs';
import { ask } from '../requests.mjs';
import { signedIn } from '../signed-in.mjs';
import { printStatements, statementsDuring } from './statements.mjs';

/** The size of a large county. */
const HOUSEHOLDS = 60_000;

/** Two counties of one city: the one whose size is nearest to a large county's, and its smallest neighbour. */
const PAIR = `
  with sized as (
    select r.code, r.name, (select count(*) from households h where h.region_code >= r.code and h.region_code < anju.region_end(r.code))::int as households
    from regions r where r.level = 3 and starts_with(r.code, '52') and r.merged_into is null)
  select one.code, one.name, one.households, other.code as into, other.name as into_name
  from sized one join sized other on left(other.code, 4) = left(one.code, 4) and other.code <> one.code
  where one.households > 0 and other.households > 0
  order by abs(one.households - $1), other.households limit 1`;

/** A large county merged into its neighbour, previewed and made: the map has one county fewer after it. */
export async function mergeCounties({ url, owner, database, verdict }) {
  const { rows } = await owner.query(PAIR, [HOUSEHOLDS]);
  const { code, name, into, into_name: intoName } = rows[0];
  const headers = await signedIn(url, 'demo-configurator');
  const change = (preview) =>
    ask(undefined, url, {
      method: 'POST',
      path: '/api/access/region-changes',
      headers,
      body: { kind: 'merge', preview, reason: '测速', codes: [], region: code, into },
    });
  let plan;
  const previewed = await secondsOf(async () => (plan = await change(true)));
  const { households, archives, warnings } = plan.effect;
  verdict.say(`merge of ${name} into ${intoName} previewed`, previewed, 's', {
    also: `${households} households, ${archives} archives, ${warnings} warnings, ${plan.codes.length} codes`,
  });
  let made = 0;
  const statements = await statementsDuring(database, async () => (made = await secondsOf(() => change(false))));
  verdict.say(`merge of ${name} into ${intoName} made`, made, 's');
  printStatements(statements);
}
