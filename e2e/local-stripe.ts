import { readStack } from "./stack";

async function post(path: string, body?: unknown): Promise<void> {
  const response = await fetch(`${readStack().stripeUrl}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body ?? {}),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
}

/** What happens to webhook deliveries from now on; an empty object heals everything. */
export const setDeliveryFaults = (faults: Record<string, unknown>) => post("/_emulator/deliveries", faults);

/** Waits until every delivery that is due was answered or given up. */
export const flushDeliveries = () => post("/_emulator/flush");
