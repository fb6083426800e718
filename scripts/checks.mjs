/**
 * Runs one check, then the others two at a time, also after one has failed; what a check printed is shown when it ends.
 * @typedef {{ name: string, run: (options: { quiet: true }) => Promise<{ code: number, printed: string } | void> }} Check
 * @param {Check} first what the others read the results of
 * @param {Check[]} others
 * @returns {Promise<number>} the exit code
 */
export async function runChecks(first, others) {
  const failed = [];
  const waiting = [...others];
  const show = async (check) => {
    const { isPassed, printed } = await outcome(check);
    console.log(`▶ ${check.name}\n${printed}`.trimEnd());
    if (!isPassed) failed.push(check.name);
  };
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) await show(check);
  };
  await show(first);
  await Promise.all([lane(), lane()]);
  console.log(failed.length === 0 ? '全部检查通过。' : `未通过的检查：${failed.join('、')}`);
  return failed.length === 0 ? 0 : 1;
}

async function outcome({ run }) {
  try {
    const { code, printed } = (await run({ quiet: true })) ?? { code: 0, printed: '' };
    return { isPassed: code === 0, printed };
  } catch (error) {
    if (error.exitCode !== undefined) throw error;
    return { isPassed: false, printed: error.message };
  }
}
