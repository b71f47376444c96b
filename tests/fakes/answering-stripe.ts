import Stripe from "stripe";

interface Call {
  endpoint: string;
  body: URLSearchParams;
}

/** What Stripe answers to `GET /v1/charges`, say: an object, or a failure with its status. */
export type Answers = Readonly<Record<string, object | { status: number; error: object }>>;

/** The real SDK with answers written by hand: shapes that Stripe promises, and the local one never sends. */
export function answeringStripe(answers: Answers): { stripe: Stripe; calls: Call[] } {
  const calls: Call[] = [];
  const answer: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const endpoint = `${request.method} ${new URL(request.url).pathname}`;
    calls.push({ endpoint, body: new URLSearchParams(await request.text()) });
    const found = answers[endpoint] ?? { status: 500, error: { message: `No answer to ${endpoint}` } };
    return Response.json(found, {
      status: "error" in found && "status" in found ? Number(found.status) : 200,
    });
  };
  const httpClient = Stripe.createFetchHttpClient(answer);
  return { stripe: new Stripe("sk_test_x", { httpClient, maxNetworkRetries: 0, telemetry: false }), calls };
}

/** The only page of a list. */
export const pageOf = (...data: object[]) => ({ object: "list", data, has_more: false });

/** A refusal as Stripe words it. */
export const refusing = (code: string) => ({
  status: 400,
  error: { type: "invalid_request_error", code, message: code },
});
