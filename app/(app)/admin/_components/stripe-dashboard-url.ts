import { env, findStripeMode } from "@/lib/env";

/** Where an object stands in Stripe's dashboard; the stand-in shows its objects itself, by id. */
export function stripeDashboardUrl(path: `${"disputes" | "payments"}/${string}`): string {
  const { STRIPE_API_BASE } = env();
  const [, id = ""] = path.split("/");
  if (STRIPE_API_BASE) return `${STRIPE_API_BASE}/_emulator/browse?id=${encodeURIComponent(id)}`;
  return `https://dashboard.stripe.com/${findStripeMode() === "test" ? "test/" : ""}${path}`;
}
