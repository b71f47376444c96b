/**
 * How long one process is at a purchase before another may take it up: longer than Stripe is ever waited for. In the
 * machine's time: a leap of the clock that money follows ends no request that is under way.
 */
export const leaseMs = 120_000;

/**
 * A purchase of which Stripe knows nothing is asked for under its old key no longer than this: Stripe forgets keys after
 * a day. https://docs.stripe.com/api/idempotent_requests
 */
export const keyLivesMs = 12 * 3_600_000;
