import { getContext } from "@/lib/context";
import { WebhookRejected } from "@/lib/ports/payment-gateway-errors";
import { receiveWebhook, WebhookTooLarge } from "@/lib/stripe-events";

/** Stripe's webhook: into the inbox and answered; the work is a job. Any answer but 2xx makes Stripe repeat. */
export async function POST(request: Request): Promise<Response> {
  const ctx = getContext();
  try {
    await receiveWebhook(ctx, request);
    return Response.json({ received: true });
  } catch (err) {
    if (err instanceof WebhookTooLarge) return Response.json({ error: "too large" }, { status: 413 });
    if (err instanceof WebhookRejected) {
      ctx.log.warn({ err }, "a webhook was refused");
      return Response.json({ error: "not signed by Stripe" }, { status: 400 });
    }
    ctx.log.error({ err }, "a webhook could not be stored");
    return Response.json({ error: "try again" }, { status: 503 });
  }
}
