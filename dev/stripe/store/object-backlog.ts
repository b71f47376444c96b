import { type KeptObject } from "./kept-object";

/** Objects that were made or changed and are not written yet; by type, in the order in which they were. */
export class ObjectBacklog {
  readonly #types = new Map<string, KeptObject[]>();

  add(kept: KeptObject): void {
    if (kept.waits) return;
    kept.waits = true;
    const { object: type } = kept.object;
    const objects = this.#types.get(type);
    if (objects) objects.push(kept);
    else this.#types.set(type, [kept]);
  }

  /** Hands over what is to be written of a type. */
  take(type: string): KeptObject[] {
    const objects = this.#types.get(type) ?? [];
    this.#types.delete(type);
    return objects;
  }

  takeAll(): KeptObject[] {
    return [...this.#types.keys()].flatMap((type) => this.take(type));
  }

  clear(): void {
    this.#types.clear();
  }
}
