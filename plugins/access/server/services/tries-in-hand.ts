/** The tries to sign in, by name, whose passwords this process is looking at. */
export class TriesInHand {
  readonly #tries = new Map<string, Set<Promise<void>>>();

  /** Takes a try in hand; the answer is to be called when it is judged. */
  take(name: string): () => void {
    let judged: () => void = () => undefined;
    const tries = this.#tries.get(name) ?? new Set();
    const end = new Promise<void>((resolve) => {
      judged = resolve;
    });
    tries.add(end);
    this.#tries.set(name, tries);
    return () => {
      tries.delete(end);
      if (tries.size === 0 && this.#tries.get(name) === tries) this.#tries.delete(name);
      judged();
    };
  }

  /** Waits until one of the name's tries is judged; false at once when none is in hand. */
  async oneEnds(name: string): Promise<boolean> {
    const tries = this.#tries.get(name);
    if (!tries) return false;
    await Promise.race(tries);
    return true;
  }
}
