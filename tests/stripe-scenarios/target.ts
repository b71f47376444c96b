import Stripe from "stripe";
import { onTestFinished } from "vitest";
import { createLocalStripe } from "@/dev/stripe/local-stripe";

/** Where a scenario runs: nothing in it may tell one from the other. */
export interface Target {
  stripe: Stripe;
  isReal: boolean;
}

/**
 * The local Stripe with every check switched on; or Stripe itself, in the sandbox of the key in
 * STRIPE_CONFORMANCE_KEY. A live key is refused.
 */
export async function openTarget(): Promise<Target> {
  const key = process.env.STRIPE_CONFORMANCE_KEY;
  if (key) {
    if (!key.startsWith("sk_test_")) throw new Error("STRIPE_CONFORMANCE_KEY is not a sk_test_ key.");
    return { stripe: new Stripe(key), isReal: true };
  }
  const local = await createLocalStripe({ validate: "all" });
  const { hostname, port } = new URL(await local.listen(0));
  onTestFinished(() => local.close());
  return { stripe: new Stripe("sk_test_local", { host: hostname, port, protocol: "http" }), isReal: false };
}
