import Stripe from "stripe";

/** Parts of the API whose names stand before the resource's: https://docs.stripe.com/api */
const namespaces = new Set(["billing", "billing_portal", "checkout", "radar", "test_helpers"]);
/** What may stand where an object's id stands, and is none. */
const collectionActions = new Set(["create_preview", "search"]);

/** An endpoint as rate limits see it, ids left out: `GET /v1/invoices/{id}`. */
export function endpointOf(method: string, path: string): string {
  const [, version = "", ...segments] = path.replace(/\?.*/, "").split("/");
  const resourceAt = segments.slice(0, 1).some((segment) => namespaces.has(segment)) ? 1 : 0;
  const named = segments.map((segment, index) => {
    const isId = index > resourceAt && (index - resourceAt) % 2 === 1;
    return isId && !collectionActions.has(segment) ? "{id}" : segment;
  });
  return `${method} /${[version, ...named].join("/")}`;
}

interface Timing {
  now: () => number;
  sleep: (ms: number) => Promise<void>;
}

const realTiming: Timing = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** A sixth of a second's calls may go out at once; the rest follow evenly. */
const burstShare = 6;

/**
 * Spreads the calls of each endpoint so that no second holds more than `perSecond` of them: a few at once, then evenly,
 * in the order in which they were asked for.
 */
export class Pace {
  readonly #intervalMs: number;
  readonly #aheadMs: number;
  readonly #timing: Timing;
  /** When the next call of an endpoint would go out if none went early. */
  readonly #due = new Map<string, number>();

  constructor(perSecond: number, timing: Timing = realTiming) {
    const burst = Math.max(1, Math.floor(perSecond / burstShare));
    this.#intervalMs = 1_000 / Math.max(1, perSecond - burst);
    this.#aheadMs = (burst - 1) * this.#intervalMs;
    this.#timing = timing;
  }

  /**
   * Resolves when a call may go out, with how long that took.
   * @returns null at once when its turn comes later than in `patienceMs`; it keeps no place in the row then
   */
  async wait(endpoint: string, patienceMs: number): Promise<number | null> {
    const now = this.#timing.now();
    const due = Math.max(this.#due.get(endpoint) ?? 0, now);
    const waitMs = Math.max(0, due - this.#aheadMs - now);
    if (waitMs >= patienceMs) return null;
    this.#due.set(endpoint, due + this.#intervalMs);
    if (waitMs > 0) await this.#timing.sleep(waitMs);
    return waitMs;
  }
}

const shared = globalThis as typeof globalThis & { quickscalePaces?: Map<string, Pace> };

/** One pace for all clients of a process: Next's bundles have a client each, and Stripe counts them together. */
export function paceOf(address: string, perSecond: number): Pace {
  const paces = (shared.quickscalePaces ??= new Map<string, Pace>());
  const key = `${address} ${perSecond}`;
  const pace = paces.get(key) ?? new Pace(perSecond);
  paces.set(key, pace);
  return pace;
}

/** Sends requests at the given pace. Waiting counts towards the request's own timeout. */
export function paced(client: Stripe.HttpClient, pace: Pace): Stripe.HttpClient {
  return {
    getClientName: () => client.getClientName(),
    makeRequest: async (...call) => {
      const [host, port, path, method, headers, data, protocol, timeoutMs] = call;
      const waitedMs = await pace.wait(endpointOf(method, path), timeoutMs);
      if (waitedMs === null) throw Stripe.HttpClient.makeTimeoutError();
      const leftMs = Math.max(1, Math.ceil(timeoutMs - waitedMs));
      return client.makeRequest(host, port, path, method, headers, data, protocol, leftMs);
    },
  };
}
