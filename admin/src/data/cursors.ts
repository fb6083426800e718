/** Remembers, for each list query, the cursor at which a page starts; pages nobody has walked to have none. */
export class Cursors {
  readonly #pages = new Map<string, Map<number, string>>();

  find(query: string, page: number): string | undefined {
    return this.#pages.get(query)?.get(page);
  }

  remember(query: string, page: number, cursor: string): void {
    const pages = this.#pages.get(query) ?? new Map<number, string>();
    this.#pages.set(query, pages.set(page, cursor));
  }

  /** Forgets everything: rows were written, so pages may start elsewhere. */
  clear(): void {
    this.#pages.clear();
  }
}
