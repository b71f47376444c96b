import type { EmailMessage } from "@/emails/types";
import { formatCredits, formatDate, formatMinute, formatMoney } from "@/lib/shared/format";
import type { PendingTopUp } from "./repository";
import type { AutoTopUp, TopUpStop } from "./types";

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
    },
  };
}

export type OffBecause = Exclude<TopUpStop, "declined" | "needs_authentication">;

/** Pure: what was agreed to cannot be bought any more. */
export function toOff(appUrl: string, settings: AutoTopUp, because: OffBecause): EmailMessage {
  const { itemName, amountMinor, currency, thresholdMilli } = settings;
  const words: Record<OffBecause, { why: string; next: string }> = {
    no_card: {
      why: "there was no saved card to charge",
      next: "Save a card, then switch it on again.",
    },
    price_changed: {
      why: `${itemName} no longer cost the ${formatMoney(amountMinor, currency)} that you agreed to`,
      next: "Look at the new price; if it suits you, switch it on again.",
    },
    not_for_sale: {
      why: `the pack of ${itemName} is no longer sold`,
      next: "Choose another pack and switch it on again.",
    },
    payment_returned: {
      why: "a payment of yours was refunded or disputed",
      next: "If you want credits to be bought by themselves, switch it on again.",
    },
  };
  const facts = { threshold: formatCredits(thresholdMilli), settingsUrl: settingsUrl(appUrl) };
  return { template: "top-up-off", props: { ...facts, ...words[because] } };
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
      settingsUrl: settingsUrl(appUrl),
    },
  };
}
