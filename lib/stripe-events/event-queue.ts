import type { GatewayEvent } from "@/lib/ports/payment-gateway";

export interface Arriving {
  event: GatewayEvent;
  /** Of its body. */
  bytes: number;
}

interface Waiting extends Arriving {
  resolve: () => void;
  reject: (error: unknown) => void;
}

type Store = (events: readonly GatewayEvent[]) => Promise<unknown>;

/** Bound how long the first event of a batch waits for the last one. */
const mostEvents = 64;
const mostBytes = 2_000_000;

/**
 * Stores one batch of events at a time: those that arrive meanwhile are the next one. An event that comes alone waits
 * for nobody; of a burst, each commit serves many.
 */
export class EventQueue {
  readonly #store: Store;
  readonly #waiting: Waiting[] = [];
  #running = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Resolves when the event is stored. @throws what kept this very event from being */
  add(arriving: Arriving): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...arriving, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) await this.#send(this.#take());
    this.#running = false;
  }

  #take(): Waiting[] {
    let bytes = 0;
    const fitting = this.#waiting.findIndex((one, index) => {
      bytes += one.bytes;
      return index === mostEvents || (index > 0 && bytes > mostBytes);
    });
    return this.#waiting.splice(0, fitting === -1 ? this.#waiting.length : fitting);
  }

  async #send(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.#store(batch.map(({ event }) => event));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      // One that cannot be stored keeps no other from being.
      else for (const one of batch) await this.#send([one]);
    }
  }
}
