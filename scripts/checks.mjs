/**
 * Runs all checks, also after one has failed, and tells at the end which did.
 * @param {{ name: string, run: () => Promise<{ code: number } | void> }[]} checks
 * @returns {Promise<number>} the exit code
 */
export async function runChecks(checks) {
  const failed = [];
  for (const { name, run } of checks) {
    console.log(`▶ ${name}`);
    if (!(await passes(run))) failed.push(name);
  }
  console.log(failed.length === 0 ? '全部检查通过。' : `未通过的检查：${failed.join('、')}`);
  return failed.length === 0 ? 0 : 1;
}

async function passes(run) {
  try {
    return ((await run())?.code ?? 0) === 0;
  } catch (error) {
    if (error.exitCode !== undefined) throw error;
    console.error(error.message);
    return false;
  }
}
