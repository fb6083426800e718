import { parseArgs } from 'node:util';
import { fillDemonstration } from '../demonstration';
import { runCommand } from './command';

const USAGE = '用法：npm run demo -- --households 2000000（仅限空库；户数不写则为一个县的演示数据）';
const GIVEN = 'DATABASE_URL 指定的数据库不装演示数据；确需装入空库请加 --into-given-database（不建演示账号）';

const PROGRESS_STEP = 100_000;

runCommand(async (ownerUrl, words) => {
  const { values } = parseArgs({
    args: [...words],
    options: { households: { type: 'string' }, 'into-given-database': { type: 'boolean', default: false } },
  });
  if (process.env.ANJU_EMBEDDED !== '1' && !values['into-given-database']) throw new Error(GIVEN);
  const households = values.households === undefined ? undefined : Number(values.households);
  if (households !== undefined && !(Number.isInteger(households) && households > 0)) throw new Error(USAGE);
  const { expected, seconds } = await fillDemonstration(ownerUrl, {
    households,
    onProgress: sayEvery(PROGRESS_STEP),
  });
  console.log(`已装入 ${expected.households} 户演示数据，用时 ${Math.round(seconds)} 秒`);
  console.log(JSON.stringify(expected, null, 2));
});

/** A line for every `step` households that are in. */
function sayEvery(step: number): (households: number) => void {
  let said = 0;
  return (households) => {
    if (households - said < step) return;
    said = households - (households % step);
    console.log(`已装入 ${said} 户……`);
  };
}
