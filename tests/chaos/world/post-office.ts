import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import Stripe from "stripe";
import { Random } from "../random";

const hour = 3_600;

/** How badly webhooks fare. */
export interface Weather {
  dropped: number;
  duplicated: number;
  delayed: number;
}

interface Letter {
  body: string;
  type: string;
  /** In Stripe's time, in seconds. */
  dueAt: number;
}

export interface PostOfficeOptions {
  seed: string;
  weather: Weather;
  secret: string;
  /** Stripe's time in seconds. */
  now: () => number;
  /** Where the app listens; null while it is down. */
  target: () => string | null;
}

const parallel = 8;

/**
 * The network between Stripe and the app: takes every webhook at once, then loses one of ten, copies some up to five
 * times, holds some back for up to 72 hours of Stripe's time, and hands over what is due in any order. What the app
 * did not take is tried again, as Stripe does.
 */
class PostOffice {
  readonly #options: PostOfficeOptions;
  readonly #random: Random;
  #weather: Weather;
  #letters: Letter[] = [];
  #handedOver: Promise<void> = Promise.resolve();
  readonly counts = { taken: 0, dropped: 0, copies: 0, delivered: 0, refused: 0 };

  constructor(options: PostOfficeOptions) {
    this.#options = options;
    this.#random = new Random(`${options.seed}:post`);
    this.#weather = options.weather;
  }

  get waiting(): number {
    return this.#letters.length;
  }

  /** From now on nothing is lost, copied or held back. */
  calmDown(): void {
    this.#weather = { dropped: 0, duplicated: 0, delayed: 0 };
  }

  take(body: string): void {
    const { now } = this.#options;
    const weather = this.#weather;
    const random = this.#random;
    const { type } = JSON.parse(body) as { type: string };
    this.counts.taken += 1;
    if (random.chance(weather.dropped)) {
      this.counts.dropped += 1;
      return;
    }
    const copies = random.chance(weather.duplicated) ? random.int(2, 5) : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const delay = random.chance(weather.delayed) ? random.int(0, random.chance(0.3) ? 72 * hour : hour) : 0;
      this.counts.copies += 1;
      this.#letters.push({ body, type, dueAt: now() + delay });
    }
  }

  /** Hands over what is due; `everything`: also what is not. One round after the other. */
  deliver({ everything = false } = {}): Promise<void> {
    this.#handedOver = this.#handedOver.then(() => this.#round(everything));
    return this.#handedOver;
  }

  async #round(everything: boolean): Promise<void> {
    const now = this.#options.now();
    const due = this.#random.shuffle(this.#letters.filter(({ dueAt }) => everything || dueAt <= now));
    this.#letters = this.#letters.filter((letter) => !due.includes(letter));
    const hands = Array.from({ length: parallel }, async () => {
      for (let letter = due.shift(); letter; letter = due.shift()) await this.#handOver(letter);
    });
    await Promise.all(hands);
  }

  async #handOver(letter: Letter): Promise<void> {
    const { target, secret } = this.#options;
    const url = target();
    const signature = Stripe.webhooks.generateTestHeaderString({ payload: letter.body, secret });
    const taken =
      url !== null &&
      (await fetch(url, {
        method: "POST",
        body: letter.body,
        headers: { "stripe-signature": signature },
        signal: AbortSignal.timeout(20_000),
      }).then(
        ({ ok }) => ok,
        () => false,
      ));
    this.counts[taken ? "delivered" : "refused"] += 1;
    if (!taken) this.#letters.push(letter);
  }
}

/** The endpoint that the local Stripe knows. */
export async function openPostOffice(options: PostOfficeOptions) {
  const office = new PostOffice(options);
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      office.take(body);
      response.end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    office,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
