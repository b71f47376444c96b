import { type SettingsStore } from "../../store/settings-store";

/** What becomes of a subscription whose last retry failed: an account setting at Stripe, so one here. */
export const AFTER_RETRIES = ["cancel", "unpaid", "past_due"] as const;
export type AfterRetries = (typeof AFTER_RETRIES)[number];

const KEY = "subscription_after_retries";

/** https://docs.stripe.com/billing/revenue-recovery/smart-retries#subscription-status */
export function readAfterRetries(settings: SettingsStore): AfterRetries {
  const kept = settings.get(KEY);
  return AFTER_RETRIES.find((value) => value === kept) ?? "cancel";
}

export function writeAfterRetries(settings: SettingsStore, value: AfterRetries): void {
  settings.set(KEY, value);
}
