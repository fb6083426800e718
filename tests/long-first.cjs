const { default: Sequencer } = require('@jest/test-sequencer');

/** The files that take a minute or more, longest first: started late, one of them would keep one worker busy while the other waits. */
const LONGEST = [
  'faults/kills',
  'launcher/backup',
  'integration/access/every-door',
  'launcher/launch',
  'launcher/app',
  'launcher/upgrade',
  'launcher/given-database',
  'integration/exchange/import-jobs',
  'e2e/screens',
  'integration/exchange/import-household-list',
  'faults/many-requests',
  'faults/ending',
  'integration/exchange/bad-lists',
];
/** Then kind by kind; unit tests are short and fill the gaps at the end. */
const KINDS = ['launcher', 'faults', 'e2e', 'integration', 'unit'];

/** The order in which jest hands test files to its workers, the same on every machine. */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((one, other) => rank(one.path) - rank(other.path) || one.path.localeCompare(other.path));
  }
};

function rank(path) {
  const place =
    path
      .split(/[\\/]tests[\\/]/)
      .at(-1)
      ?.replaceAll('\\', '/') ?? '';
  const long = LONGEST.findIndex((name) => place === `${name}.test.ts`);
  return long >= 0 ? long : LONGEST.length + KINDS.findIndex((kind) => place.startsWith(`${kind}/`));
}
