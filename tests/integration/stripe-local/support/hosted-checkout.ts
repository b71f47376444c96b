import type Stripe from "stripe";

const SUCCESS_URL = "https://shop.test/thanks?session={CHECKOUT_SESSION_ID}";
export const CANCEL_URL = "https://shop.test/cancelled";

export interface PageAnswer {
  status: number;
  html: string;
  /** Text of the element with role="alert". */
  alert: string | null;
  location: string | null;
}

const FILLED = {
  email: "mia@example.com",
  number: "4242424242424242",
  expiry: "12 / 40",
  cvc: "123",
  name: "Mia Wong",
};

/** Submits the hosted page as a browser would. */
export function pay(
  session: { url: string | null },
  typed: Partial<typeof FILLED> = {},
): Promise<PageAnswer> {
  return submit(session.url ?? "", { ...FILLED, ...typed });
}

export async function submit(url: string, fields: Record<string, string>): Promise<PageAnswer> {
  return read(await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" }));
}

export async function visit(url: string): Promise<PageAnswer> {
  return read(await fetch(url, { redirect: "manual" }));
}

async function read(response: Response): Promise<PageAnswer> {
  const html = await response.text();
  const alert = /role="alert">([^<]*)</.exec(html)?.[1] ?? null;
  return {
    status: response.status,
    html,
    alert: alert === null ? null : alert.replaceAll("&#x27;", "'"),
    location: response.headers.get("location"),
  };
}

/** A session for one pack of 500 credits at $45. */
export function packSession(
  stripe: Stripe,
  params: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<Stripe.Checkout.Session> {
  return stripe.checkout.sessions.create({
    mode: "payment",
    success_url: SUCCESS_URL,
    cancel_url: CANCEL_URL,
    line_items: [
      {
        quantity: 1,
        price_data: { currency: "usd", unit_amount: 4500, product_data: { name: "500 credits" } },
      },
    ],
    ...params,
  });
}
