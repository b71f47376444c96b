import { type KeptObject } from "./kept-object";

const GENERATION = 10_000;

/** Objects that were read or written lately. Nobody else writes to the state, so they stay true. */
export class ObjectCache {
  #young = new Map<string, KeptObject>();
  #old = new Map<string, KeptObject>();

  get(id: string): KeptObject | null {
    const young = this.#young.get(id);
    if (young) return young;
    const old = this.#old.get(id);
    if (old) this.put(old);
    return old ?? null;
  }

  put(kept: KeptObject): void {
    this.#young.set(kept.object.id, kept);
  }

  /** One generation follows another: lets go of what nobody asked for during the whole of the last one. */
  trim(): void {
    if (this.#young.size < GENERATION) return;
    this.#old = this.#young;
    this.#young = new Map();
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
  }
}
