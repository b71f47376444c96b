interface Waiting<Item, Answer> {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

interface Settings<Item, Answer> {
  /** Sends several at once: one outcome each, in their order. */
  send: (items: readonly Item[]) => Promise<PromiseSettledResult<Answer>[]>;
  /** Sendings under way at once; what comes while all of them are waits, and goes together. */
  lanes: number;
  /** Bounds how long the first of many waits for the last. */
  most: number;
}

/** Sends each item at once while there is room, and together what would have to wait anyway. */
export class SendTogether<Item, Answer> {
  readonly #settings: Settings<Item, Answer>;
  #waiting: Waiting<Item, Answer>[] = [];
  #running = 0;

  constructor(settings: Settings<Item, Answer>) {
    this.#settings = settings;
  }

  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    const { lanes, most } = this.#settings;
    while (this.#running < lanes && this.#waiting.length > 0) {
      this.#running += 1;
      void this.#run(this.#waiting.splice(0, most)).finally(() => {
        this.#running -= 1;
        this.#next();
      });
    }
  }

  async #run(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    const outcomes = await this.#settings
      .send(batch.map(({ item }) => item))
      .catch((reason: unknown) => batch.map(() => ({ status: "rejected" as const, reason })));
    batch.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index];
      if (outcome?.status === "fulfilled") resolve(outcome.value);
      else reject(outcome?.reason ?? new Error("A sending gave no outcome."));
    });
  }
}
