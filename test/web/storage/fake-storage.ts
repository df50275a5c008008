/** A browser's storage for tests: it accepts values, or refuses everything from some moment on. */
export class FakeStorage implements Storage {
  [name: string]: unknown;
  readonly #items = new Map<string, string>();
  refuses = false;

  get length(): number {
    return this.#items.size;
  }
  key(at: number): string | null {
    return [...this.#items.keys()][at] ?? null;
  }
  getItem(name: string): string | null {
    return this.#items.get(name) ?? null;
  }
  setItem(name: string, text: string): void {
    if (this.refuses) throw new DOMException('full', 'QuotaExceededError');
    this.#items.set(name, text);
  }
  removeItem(name: string): void {
    this.#items.delete(name);
  }
  clear(): void {
    this.#items.clear();
  }
  /** Its whole content. */
  get text(): string {
    return JSON.stringify([...this.#items]);
  }
}
