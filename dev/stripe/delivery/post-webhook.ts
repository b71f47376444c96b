import { type Attempt } from "../store/delivery-store";

interface Webhook {
  url: string;
  payload: string;
  secret: string;
  timeoutMs: number;
}

/** One attempt. Anything but a 2xx within the time limit is a failure, a redirect included. */
export async function postWebhook({ url, payload, secret, timeoutMs }: Webhook): Promise<Attempt> {
  const at = Date.now();
  const finish = (status: number | null, error: string | null): Attempt => ({
    at,
    durationMs: Date.now() - at,
    status,
    error,
  });
  try {
    const response = await fetch(url, {
      method: "POST",
      body: payload,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        "content-type": "application/json; charset=utf-8",
        "stripe-signature": await sign(payload, secret),
        "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
      },
    });
    await response.arrayBuffer();
    return finish(response.status, response.ok ? null : `The endpoint answered ${response.status}`);
  } catch (error) {
    return finish(null, reasonOf(error, timeoutMs));
  }
}

/** With the SDK's own signer, and the machine's own time: receivers compare it with theirs. */
async function sign(payload: string, secret: string): Promise<string> {
  const { default: Stripe } = await import("stripe");
  return Stripe.webhooks.generateTestHeaderString({ payload, secret });
}

function reasonOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `No answer within ${timeoutMs} ms`;
  const cause = error.cause;
  return cause instanceof Error
    ? cause.message || (cause as NodeJS.ErrnoException).code || cause.name
    : error.message;
}
