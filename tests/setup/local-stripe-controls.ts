const json = { "content-type": "application/json" };

/** What a test asks of the local Stripe besides its API. */
export function localStripeControls(stripeUrl: string) {
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const init = body === undefined ? { method } : { method, headers: json, body: JSON.stringify(body) };
    const response = await fetch(`${stripeUrl}/_emulator/${path}`, init);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    breakDeliveries: (faults: Record<string, unknown>) => call("POST", "deliveries", faults),
    breakApi: (fault: { kind: string; count?: number; route?: string }) => call("POST", "faults", fault),
    heal: () => Promise.all([call("DELETE", "deliveries"), call("DELETE", "faults")]),
    advance: (seconds: number) => call("POST", `advance?seconds=${seconds}`),
    /** Waits until every webhook was delivered or given up, retries and delays included. */
    flush: () => call("POST", "flush?hurry=true"),
    async count(type: string): Promise<number> {
      const { data } = (await call("GET", `objects?type=${type}`)) as { data: unknown[] };
      return data.length;
    },
    async requests(): Promise<{ method: string; path: string }[]> {
      const { data } = (await call("GET", "requests")) as { data: { method: string; path: string }[] };
      return data;
    },
  };
}

export const cards = {
  ok: "4242424242424242",
  declined: "4000000000000002",
  insufficientFunds: "4000000000009995",
  authenticate: "4000000000003220",
} as const;

/** Fills in and sends the hosted page as a browser does. Returns where it leads, or its text when it stays. */
export async function payOnHostedPage(
  url: string,
  number: string,
): Promise<{ location: string | null; text: string }> {
  const form = { email: "ada@example.com", number, expiry: "12 / 34", cvc: "123", name: "Ada Lovelace" };
  return post(url, form);
}

/** Answers the bank's page. */
export function authenticate(url: string, result: "complete" | "fail") {
  return post(url, { result });
}

async function post(url: string, form: Record<string, string>) {
  const body = new URLSearchParams(form);
  const response = await fetch(url, { method: "POST", body, redirect: "manual" });
  const location = response.headers.get("location");
  return { location: location && new URL(location, url).toString(), text: await response.text() };
}
