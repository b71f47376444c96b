import { z } from "zod";
import type { GatewayEvent } from "@/lib/ports/payment-gateway";
import { inOrder, type PlannedTarget } from "./plan-convergence";
import type { EventContext } from "./types";

const ofCheckout = z.object({
  data: z.object({ object: z.object({ metadata: z.object({ checkout_id: z.string() }) }) }),
});

/** Only a hint that saves a question: what a payment is for says Stripe, not its event. */
const namesCheckout = ({ payload }: GatewayEvent) => ofCheckout.safeParse(payload).success;

async function findInvoice(
  { payments }: EventContext,
  { kind, id, events }: PlannedTarget,
): Promise<string | null> {
  if (kind !== "payment" || events.length === 0 || events.some(namesCheckout)) return null;
  return payments.findInvoiceOfPayment(id);
}

/**
 * A payment of an invoice is read with its invoice: news of both are one reading, and not one of the invoice, one of the
 * payment and one more of the payment's invoice.
 */
export async function mergePayments(
  ctx: EventContext,
  targets: readonly PlannedTarget[],
): Promise<PlannedTarget[]> {
  const merged = new Map<string, PlannedTarget>();
  for (const target of targets) {
    const invoiceId = await findInvoice(ctx, target);
    const { kind, id } = invoiceId ? ({ kind: "invoice", id: invoiceId } as const) : target;
    const known = merged.get(`${kind}:${id}`);
    const events = [...(known?.events ?? []), ...target.events];
    merged.set(`${kind}:${id}`, { kind, id, events });
  }
  return inOrder([...merged.values()]);
}
