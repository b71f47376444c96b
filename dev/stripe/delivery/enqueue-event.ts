import { MAX_ENDPOINTS } from "../engine/webhook-endpoints";
import { type WireEvent } from "../store/object-types";
import { type Store } from "../store/store";
import { type DeliveryFaults } from "./delivery-faults";

/** Puts an event on its way to every endpoint that listens for it, in the transaction that created it. */
export function enqueueEvent(store: Store, faults: DeliveryFaults, event: WireEvent): void {
  const endpoints = store.objects.list("webhook_endpoint", { limit: MAX_ENDPOINTS, oldestFirst: true }).data;
  const now = Date.now();
  for (const endpoint of endpoints) {
    if (endpoint.status !== "enabled" || !listensFor(endpoint.enabled_events, event.type)) continue;
    const plan = faults.plan(event.type);
    for (let copy = 0; copy < plan.copies; copy++) {
      store.deliveries.add({
        eventId: event.id,
        eventType: event.type,
        endpointId: endpoint.id,
        status: plan.dropped ? "dropped" : "pending",
        createdAt: now,
        nextAt: now + plan.delayMs,
      });
    }
  }
}

function listensFor(enabled: string[], type: string): boolean {
  return enabled.includes("*") || enabled.includes(type);
}
