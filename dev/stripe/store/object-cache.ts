const LARGEST = 20_000;

interface Cached {
  seq: number;
  json: string;
  /** What lists find it by, to see whether that changed. */
  facets: string;
  /** Read from `json` when first asked for, and frozen: it is handed out again and again. */
  object: object | null;
}

/** Objects as they were last read or written. Nobody else writes to the state, so they stay true. */
export class ObjectCache {
  readonly #entries = new Map<string, Cached>();

  get(id: string): Cached | null {
    return this.#entries.get(id) ?? null;
  }

  put(id: string, entry: Omit<Cached, "object">): void {
    if (this.#entries.size >= LARGEST) this.#entries.clear();
    this.#entries.set(id, { ...entry, object: null });
  }

  /** The object itself; changing it throws. */
  read(entry: Cached): object {
    return (entry.object ??= freeze(JSON.parse(entry.json) as object));
  }

  drop(id: string): void {
    this.#entries.delete(id);
  }

  clear(): void {
    this.#entries.clear();
  }
}

function freeze<T extends object>(value: T): T {
  for (const part of Object.values(value))
    if (typeof part === "object" && part !== null) freeze(part as object);
  return Object.freeze(value);
}
