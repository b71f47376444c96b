import type Stripe from "stripe";
import { type LocalResponse, redirect } from "../server/messages";
import { messagePage } from "./message-page";
import { type PageParts } from "./page-parts";

/**
 * Sends the buyer back to the shop. Like Stripe, it first gives the receiver of `checkout.session.completed`
 * a few seconds, so that the shop usually knows before the buyer arrives: https://docs.stripe.com/checkout/fulfillment
 */
export async function afterOutcome(
  parts: PageParts,
  session: Stripe.Checkout.Session,
): Promise<LocalResponse> {
  await waitForReceivers(parts, session.id);
  if (!session.success_url) {
    return messagePage({ title: "Thank you", text: "Your payment went through. You may close this page." });
  }
  return redirect(session.success_url.replaceAll("{CHECKOUT_SESSION_ID}", session.id));
}

async function waitForReceivers(
  { engine, worker, redirectWaitMs }: PageParts,
  sessionId: string,
): Promise<void> {
  const recent = engine.store.objects.list("event", {
    where: { type: "checkout.session.completed" },
    limit: 10,
  }).data;
  const event = recent.find(({ data }) => (data.object as { id: string }).id === sessionId);
  if (!event) return;
  // A delivery that was told to be late is not waited for: that is what the delay is to show.
  const prompt = engine.store.deliveries
    .ofEvent(event.id)
    .filter(({ createdAt, nextAt }) => nextAt <= createdAt);
  await worker.firstAttempt(prompt, redirectWaitMs);
}
