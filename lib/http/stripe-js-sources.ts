/** What a page has to allow for Stripe.js to work on it. */
export interface StripeJsSources {
  scripts: readonly string[];
  frames: readonly string[];
  calls: readonly string[];
}

/** https://docs.stripe.com/security/guide#content-security-policy; or the one place that stands in for all of it. */
export function stripeJsSources(standInUrl: string | undefined): StripeJsSources {
  if (standInUrl) {
    const here = [new URL(standInUrl).origin];
    return { scripts: here, frames: here, calls: here };
  }
  return {
    scripts: ["https://js.stripe.com", "https://*.js.stripe.com"],
    frames: ["https://js.stripe.com", "https://*.js.stripe.com", "https://hooks.stripe.com"],
    calls: ["https://api.stripe.com"],
  };
}
