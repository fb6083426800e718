/** The bars hold for a province of this size. */
const BARRED_HOUSEHOLDS = 2_000_000;

/**
 * Prints a line a figure: `ok  ` or `MISS` where it has a bar, `most` or `least`, and the province has the size that the bars are for.
 * @param {number} households
 */
export function verdicts(households) {
  let missed = false;
  const say = (name, value, unit, { most, least, also = '' } = {}) => {
    const misses = (most !== undefined && !(value <= most)) || (least !== undefined && !(value >= least));
    const barred = (most ?? least) !== undefined && households >= BARRED_HOUSEHOLDS;
    const mark = !barred ? '    ' : misses ? 'MISS' : 'ok  ';
    const bar = most !== undefined ? ` (bar ≤ ${most})` : least !== undefined ? ` (bar ≥ ${least})` : '';
    const shown = value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
    console.log(`${mark} ${name}: ${shown} ${unit}${bar}${also && `; ${also}`}`);
    if (barred && misses) missed = true;
  };
  return { say, missed: () => missed };
}
