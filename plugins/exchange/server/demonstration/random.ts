/** A table of values and the shares they are drawn with. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/** A small seeded generator (mulberry32): the same seed and stream give the same draws everywhere, always. */
export class Random {
  #state: number;

  constructor(seed: number, stream = 0, salt = 0) {
    this.#state = mix(mix(mix(seed) ^ stream) ^ salt);
  }

  /** A number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let value = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<const List extends readonly [unknown, ...unknown[]]>(values: List): List[number] {
    return values[Math.floor(this.next() * values.length)] ?? values[0];
  }

  weighted<T>(table: Weighted<T>): T {
    let total = 0;
    for (const entry of table) total += entry[1];
    let left = this.next() * total;
    for (const entry of table) {
      left -= entry[1];
      if (left < 0) return entry[0];
    }
    const last = table.at(-1);
    if (!last) throw new RangeError('A weighted table must not be empty');
    return last[0];
  }
}

/** Spreads the bits of a 32-bit whole number (the murmur3 finaliser). */
function mix(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) + 0x9e3779b9;
}
