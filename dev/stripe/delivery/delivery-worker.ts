import { secretOf } from "../engine/webhook-endpoints";
import { type Delivery } from "../store/delivery-store";
import { type Store } from "../store/store";
import { type DeliveryFaults } from "./delivery-faults";
import { postWebhook } from "./post-webhook";
import { nextDelay, type RetrySchedule } from "./retry-schedule";

/** At once and per endpoint, as Stripe does: order is usual and never promised, and a slow receiver delays only itself. */
const PARALLEL = 8;
const POLL_MS = 5;

interface DeliveryOptions {
  retries: RetrySchedule;
  timeoutMs: number;
}

interface WorkerParts {
  store: Store;
  faults: DeliveryFaults;
  options: DeliveryOptions;
}

/** Sends what is pending, retries what failed. Its list is the database, so a restart resumes where a kill stopped it. */
export class DeliveryWorker {
  readonly #parts: WorkerParts;
  readonly #inFlight = new Map<number, Promise<void>>();
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
  }

  /** Looks for due deliveries: called after every answer, and by its own timer when the next retry is due. */
  kick(): void {
    if (this.#stopped) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const now = Date.now();
    const { deliveries } = this.#parts.store;
    for (const endpointId of deliveries.endpointsDue(now)) this.#fill(endpointId, now);
    const next = deliveries.nextAfter(now);
    if (next !== null) this.#timer = setTimeout(() => this.kick(), next - now).unref();
  }

  /** Waits until nothing is pending; `hurry` does not wait for retries to fall due. False when time ran out. */
  async flush({ hurry, timeoutMs }: { hurry: boolean; timeoutMs: number }): Promise<boolean> {
    const deadline = Date.now() + timeoutMs;
    while (!this.#stopped) {
      if (hurry) this.#parts.store.deliveries.makeDueNow(Date.now());
      this.kick();
      if (this.#inFlight.size === 0 && this.#parts.store.deliveries.pendingCount() === 0) return true;
      if (Date.now() >= deadline) return false;
      await pause(POLL_MS);
    }
    return false;
  }

  /** Waits until each of these has been tried once. */
  async firstAttempt(deliveries: Delivery[], timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    this.kick();
    const untried = (): boolean =>
      deliveries.some(({ id }) => {
        const current = this.#parts.store.deliveries.find(id);
        return current?.status === "pending" && current.attempts === 0;
      });
    while (!this.#stopped && untried() && Date.now() < deadline) await pause(POLL_MS);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await Promise.race([Promise.all(this.#inFlight.values()), pause(500)]);
  }

  /** What is in flight is still due and oldest, so it takes its own places of the limit. */
  #fill(endpointId: string, now: number): void {
    for (const delivery of this.#parts.store.deliveries.due(endpointId, { now, limit: PARALLEL })) {
      if (!this.#inFlight.has(delivery.id)) this.#start(delivery);
    }
  }

  #start(delivery: Delivery): void {
    const work = this.#attempt(delivery).finally(() => {
      this.#inFlight.delete(delivery.id);
      this.kick();
    });
    this.#inFlight.set(delivery.id, work);
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const { store, faults, options } = this.#parts;
    const webhook = this.#webhook(delivery);
    if (!webhook) {
      store.deliveries.settle(delivery.id, "failed");
      return;
    }
    const attempt = faults.failsNow(delivery.eventType)
      ? { at: Date.now(), durationMs: 0, status: null, error: "Made to fail" }
      : await postWebhook({ ...webhook, timeoutMs: options.timeoutMs });
    if (this.#stopped) return;
    const delay = nextDelay(options.retries, delivery.attempts + 1);
    const status = attempt.error === null ? "succeeded" : delay === null ? "failed" : "pending";
    store.deliveries.record(delivery.id, attempt, { status, nextAt: Date.now() + (delay ?? 0) });
  }

  /** Null when the endpoint is gone or switched off: Stripe then stops trying. */
  #webhook(delivery: Delivery): { url: string; payload: string; secret: string } | null {
    const { store } = this.#parts;
    const endpoint = store.objects.find("webhook_endpoint", delivery.endpointId);
    const event = store.objects.find("event", delivery.eventId);
    if (!event || endpoint?.status !== "enabled") return null;
    const payload = JSON.stringify(
      { ...event, pending_webhooks: store.deliveries.openCount(event.id) },
      null,
      2,
    );
    return {
      url: endpoint.url,
      payload,
      secret: secretOf(store, endpoint.id),
    };
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
