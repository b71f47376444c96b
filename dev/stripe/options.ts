import { type RetrySchedule } from "./delivery/retry-schedule";
import { type AfterRetries } from "./engine/subscriptions/exhausted-setting";
import { type ValidationLevel } from "./server/api";

export interface LocalStripeOptions {
  /** Keeps the state in this file; in memory when absent. */
  stateFile?: string;
  /** An endpoint that hears of every event, as `stripe listen --forward-to` would have it. */
  webhook?: { url: string; secret: string };
  /** `all` also checks every answer and event against the SDK's types, and fails with 500: for tests. Default: `requests`. */
  validate?: ValidationLevel;
  retries?: Partial<RetrySchedule>;
  /** Days from each failed attempt to pay an invoice to the next one; after the last it is given up. Default: 3, 5, 7. */
  invoiceRetryDays?: number[];
  /** What becomes of a subscription whose last retry failed. Default: `cancel`. */
  afterRetries?: AfterRetries;
  /** How long a webhook receiver may take. */
  webhookTimeoutMs?: number;
  /** How long the hosted page waits for the receiver of `checkout.session.completed`, as Stripe's does. */
  redirectWaitMs?: number;
  /** The machine's time in milliseconds; the stand-in's clock starts from it. */
  now?: () => number;
}
