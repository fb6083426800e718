const MOST_SHOWN = 20;

/** What happened so far: acknowledged saves, failed ones by their kind, and everything that must not be. */
export function newTally() {
  const violations = [];
  const acknowledged = [];
  const failures = new Map();
  const slowest = { acknowledged: 0, refused: 0 };
  let number = 0;
  let done = 0;
  return {
    violations,
    slowest,
    nextNumber: () => (number += 1),
    violated(text) {
      violations.push(text);
      if (violations.length <= MOST_SHOWN) console.error(`× ${text}`);
    },
    acknowledged(save, ms) {
      acknowledged.push(save);
      slowest.acknowledged = Math.max(slowest.acknowledged, ms);
    },
    failed({ outcome, code, ms = 0 }) {
      const name = code ?? outcome;
      failures.set(name, (failures.get(name) ?? 0) + 1);
      slowest.refused = Math.max(slowest.refused, ms);
    },
    settledAsDone: () => (done += 1),
    count: () => acknowledged.length,
    saves: () => acknowledged,
    failures: () => Object.fromEntries(failures),
    keptUnacknowledged: () => done,
  };
}
