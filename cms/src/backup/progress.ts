const EVERY_MS = 5000;

/** One line a step; steps that take long tell how far they are, at most every five seconds. */
export interface Progress {
  say(line: string): void;
  /** Says the line only when five seconds have passed since the last one. */
  sometimes(line: () => string): void;
}

/** Progress on standard output. */
export function printedProgress(): Progress {
  let last = Date.now();
  const say = (line: string) => {
    last = Date.now();
    console.log(line);
  };
  return {
    say,
    sometimes: (line) => {
      if (Date.now() - last >= EVERY_MS) say(line());
    },
  };
}
