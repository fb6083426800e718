import { endPrograms, startCommand } from '../processes/started-program';

/** Fifty kills, each with its recovery. */
jest.setTimeout(900_000);

const SUMMARY =
  /soak: 50 kills \(database \d+, backend \d+, application \d+, both \d+\); \d+ saves acknowledged.* 0 violations/;

afterAll(endPrograms);

/** The soak of `npm run soak` itself, shorter: scripts/soak/checks.mjs says what is compared. */
test('50 random kill -9 and a database away for 10 s lose, double and leave over nothing', async () => {
  const soak = startCommand(process.execPath, ['scripts/soak.mjs', '--kills', '50', '--away', '10']);
  const code = await soak.ended;
  console.info(soak.printed());
  expect(soak.printed()).toMatch(SUMMARY);
  expect(code).toBe(0);
});
