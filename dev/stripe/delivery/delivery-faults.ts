export type DeliveryFaultKind = "drop" | "duplicate" | "delay" | "reorder" | "failNext";

export interface DeliveryFault {
  kind: DeliveryFaultKind;
  /** How many more deliveries it applies to. */
  left: number;
  /** Of a delay, in milliseconds. */
  ms: number;
  /** Event types it applies to; all when empty. */
  types: string[];
}

/** A batch that is never completed is let go after this. */
const LONGEST_HOLD_MS = 3_000;

export interface DeliveryPlan {
  dropped: boolean;
  copies: number;
  delayMs: number;
  /** Held back until this many more have come, to leave in reverse; null: not part of such a batch. */
  heldFor: number | null;
}

/** What the network will do to webhooks, on request. */
export class DeliveryFaults {
  #faults: DeliveryFault[] = [];

  add(fault: DeliveryFault): void {
    this.#faults.push({ ...fault });
  }

  clear(): void {
    this.#faults = [];
  }

  get pending(): DeliveryFault[] {
    return this.#faults.map((fault) => ({ ...fault, types: [...fault.types] }));
  }

  /** Decided when an event is born: how many copies go out, how late, or none at all. */
  plan(type: string): DeliveryPlan {
    if (this.#take("drop", type)) return { dropped: true, copies: 1, delayMs: 0, heldFor: null };
    const copies = this.#take("duplicate", type) ? 2 : 1;
    const held = this.#take("reorder", type);
    const delayMs = (this.#take("delay", type)?.ms ?? 0) + (held ? LONGEST_HOLD_MS : 0);
    return { dropped: false, copies, delayMs, heldFor: held ? held.left - 1 : null };
  }

  /** Decided when an attempt is due: whether the receiver counts as out of reach. */
  failsNow(type: string): boolean {
    return this.#take("failNext", type) !== null;
  }

  #take(kind: DeliveryFaultKind, type: string): DeliveryFault | null {
    const fault = this.#faults.find(
      (candidate) =>
        candidate.kind === kind && (candidate.types.length === 0 || candidate.types.includes(type)),
    );
    if (!fault) return null;
    const taken = { ...fault };
    fault.left -= 1;
    if (fault.left <= 0) this.#faults = this.#faults.filter((candidate) => candidate !== fault);
    return taken;
  }
}
