import { env, findStripeMode } from "@/lib/env";

/** Where an object stands in Stripe's dashboard. */
export function stripeDashboardUrl(path: `${"disputes" | "payments"}/${string}`): string {
  const base = env().STRIPE_API_BASE ?? "https://dashboard.stripe.com";
  return `${base}/${findStripeMode() === "test" ? "test/" : ""}${path}`;
}
