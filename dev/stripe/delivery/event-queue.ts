import type Stripe from "stripe";
import { MAX_ENDPOINTS } from "../engine/webhook-endpoints";
import { type WireEvent } from "../store/object-types";
import { type Store } from "../store/store";
import { type DeliveryFaults, type DeliveryPlan } from "./delivery-faults";

/** Between two deliveries that leave in reverse. */
const REVERSED_STEP_MS = 100;

/** Puts events on their way to every endpoint that listens for them, in the transaction that created them. */
export class EventQueue {
  readonly #store: Store;
  readonly #faults: DeliveryFaults;
  #held: number[] = [];
  #endpoints: { revision: number; data: Stripe.WebhookEndpoint[] } | null = null;

  constructor(store: Store, faults: DeliveryFaults) {
    this.#store = store;
    this.#faults = faults;
  }

  add(event: WireEvent): void {
    for (const endpoint of this.#currentEndpoints()) {
      if (endpoint.status !== "enabled" || !listensFor(endpoint.enabled_events, event.type)) continue;
      this.#send(event, endpoint.id, this.#faults.plan(event.type));
    }
  }

  /** Read again only after one was changed: there are many events to each change. */
  #currentEndpoints(): Stripe.WebhookEndpoint[] {
    const { objects } = this.#store;
    const revision = objects.revisionOf("webhook_endpoint");
    if (this.#endpoints?.revision !== revision) {
      const { data } = objects.list("webhook_endpoint", { limit: MAX_ENDPOINTS, oldestFirst: true });
      this.#endpoints = { revision, data };
    }
    return this.#endpoints.data;
  }

  #send(event: WireEvent, endpointId: string, plan: DeliveryPlan): void {
    const now = Date.now();
    for (let copy = 0; copy < plan.copies; copy++) {
      const id = this.#store.deliveries.add({
        eventId: event.id,
        eventType: event.type,
        endpointId,
        status: plan.dropped ? "dropped" : "pending",
        createdAt: now,
        nextAt: now + plan.delayMs,
      });
      if (plan.heldFor !== null) this.#held.push(id);
    }
    if (plan.heldFor === 0) this.#releaseReversed(now);
  }

  #releaseReversed(now: number): void {
    for (const [place, id] of this.#held.reverse().entries()) {
      this.#store.deliveries.postpone(id, now + place * REVERSED_STEP_MS);
    }
    this.#held = [];
  }
}

function listensFor(enabled: string[], type: string): boolean {
  return enabled.includes("*") || enabled.includes(type);
}
