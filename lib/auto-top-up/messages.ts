import type { EmailMessage } from "@/emails/types";
import { formatCredits, formatDate, formatMinute, formatMoney } from "@/lib/shared/format";
import type { PendingTopUp } from "./repository";
import type { AutoTopUp } from "./types";

const settingsUrl = (appUrl: string) => `${appUrl}/credits/auto-top-up`;

interface Refusal {
  topUp: PendingTopUp;
  /** Stripe's words. */
  reason: string | null;
  now: Date;
}

/** Pure: the bank said no. */
export function toRefused(appUrl: string, { topUp, reason, now }: Refusal): EmailMessage {
  return {
    template: "top-up-refused",
    props: {
      packName: topUp.checkout.itemName,
      amount: formatMoney(topUp.amountMinor, topUp.currency),
      card: topUp.cardLabel,
      reason,
      refusedAt: formatMinute(now),
      billingUrl: `${appUrl}/billing`,
      settingsUrl: settingsUrl(appUrl),
    },
  };
}

/** Pure: the bank wants its customer to confirm, who is not there. */
export function toConfirm(appUrl: string, { topUp }: Pick<Refusal, "topUp">): EmailMessage {
  return {
    template: "top-up-needs-you",
    props: {
      packName: topUp.checkout.itemName,
      amount: formatMoney(topUp.amountMinor, topUp.currency),
      card: topUp.cardLabel,
      buyUrl: `${appUrl}/credits/buy`,
      settingsUrl: settingsUrl(appUrl),
    },
  };
}

/** Pure: what was agreed to cannot be bought any more. */
export function toOff(
  appUrl: string,
  { itemName, amountMinor, currency, thresholdMilli }: AutoTopUp,
  because: "no_card" | "price_changed" | "not_for_sale",
): EmailMessage {
  return {
    template: "top-up-off",
    props: {
      ...{ because, packName: itemName, agreed: formatMoney(amountMinor, currency) },
      threshold: formatCredits(thresholdMilli),
      settingsUrl: settingsUrl(appUrl),
    },
  };
}

/** Pure: one more would pass the cap. */
export function toCapped(
  appUrl: string,
  { settings, until }: { settings: AutoTopUp; until: Date },
): EmailMessage {
  return {
    template: "top-up-capped",
    props: {
      packName: settings.itemName,
      cap: formatMoney(settings.capMinor, settings.currency),
      threshold: formatCredits(settings.thresholdMilli),
      resumesAt: formatDate(until),
      buyUrl: `${appUrl}/credits/buy`,
      settingsUrl: settingsUrl(appUrl),
    },
  };
}
