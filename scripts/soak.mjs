import { parseArgs } from 'node:util';
import { buildWhenNeeded } from './build-when-needed.mjs';
import { runScript } from './child-process.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';
import { soak } from './soak/soak.mjs';

/** `npm run soak [-- --kills 1000 --minutes 120 --away 60 --seed 1]`: kills under saving load; ends at the first of both. */
runScript(async () => {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '1000' },
      minutes: { type: 'string', default: '240' },
      away: { type: 'string', default: '60' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  });
  const given = Object.entries(values).map(([name, text]) => [name, wholeNumber(name, text)]);
  await installWhenNeeded();
  await buildWhenNeeded(['plugins', 'cms']);
  return soak(Object.fromEntries(given));
});

function wholeNumber(name, text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} 应为不小于 0 的整数，收到的是 ${text}`);
  return value;
}
