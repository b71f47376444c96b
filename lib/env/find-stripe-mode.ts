/** Whether this installation moves real money: the kind of its Stripe key. Known also while a page is built. */
export function findStripeMode(): "live" | "test" {
  return process.env.STRIPE_SECRET_KEY?.includes("_live_") ? "live" : "test";
}
