/** Codes that are still to be given. */
export class FreeCodes {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  isFree(code: string): boolean {
    return !this.#taken.has(code);
  }

  take(code: string): void {
    this.#taken.add(code);
  }

  /** The code after the last one that is taken below a parent, else the first free one; undefined when none is left. */
  next(parent: string, length: number): string | undefined {
    const digits = length - parent.length;
    const last = 10 ** digits - 1;
    const numbers = [...this.#taken]
      .filter((code) => code.length === length && code.startsWith(parent))
      .map((code) => Number(code.slice(parent.length)));
    const after = Math.max(0, ...numbers) + 1;
    const free = after <= last ? after : this.#gap(new Set(numbers), last);
    return free === undefined ? undefined : `${parent}${String(free).padStart(digits, '0')}`;
  }

  #gap(numbers: ReadonlySet<number>, last: number): number | undefined {
    for (let number = 1; number <= last; number += 1) if (!numbers.has(number)) return number;
    return undefined;
  }
}
