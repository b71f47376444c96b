import type { Dataset } from "@/components/charts/dataset";
import type { Bucket, Collection, DeclineReason, RenewalsDue } from "@/lib/analytics/types";
import { columnsOf, count, dayColumn, money, text } from "@/components/charts/columns";

/** What was refused at first and has been paid since, and what still is not. */
export function collectionsDataset({ currency, points }: Collection, bucket: Bucket): Dataset {
  const sums = { recovered: "Recovered", open: "Not recovered" };
  return {
    title: "Refused payments",
    columns: [
      dayColumn(bucket),
      ...columnsOf(money(currency), sums),
      ...columnsOf(count, { failed: "Refused payments", paid: "Of them recovered" }),
    ],
    rows: points.map((point) => [
      ...[point.day, point.recoveredMinor, point.failedMinor - point.recoveredMinor],
      ...[point.failedPayments, point.recoveredPayments],
    ]),
  };
}

const reasons: Readonly<Record<string, string>> = {
  card_declined: "Declined",
  generic_decline: "Declined without a reason",
  do_not_honor: "Declined without a reason (do not honor)",
  authentication_required: "Wanted authentication",
  card_velocity_exceeded: "Over the card's limit of tries",
};

/** "insufficient_funds" as words. */
export function reasonWords(reason: string): string {
  const words = reason.replaceAll("_", " ");
  return reasons[reason] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

export function declinesDataset(declines: readonly DeclineReason[]): Dataset {
  return {
    title: "Why payments were refused",
    columns: [...columnsOf(text, { reason: "Reason" }), ...columnsOf(count, { tries: "Tries" })],
    rows: declines.map(({ reason, tries }) => [reasonWords(reason), tries]),
  };
}

export function renewalsDataset(renewals: readonly RenewalsDue[], currency: string): Dataset {
  return {
    title: "Renewals due",
    columns: [
      ...columnsOf(text, { within: "Within" }),
      ...columnsOf(count, { renewals: "Renewals" }),
      ...columnsOf(money(currency), { amount: "Amount" }),
    ],
    rows: renewals
      .filter((due) => due.currency === currency)
      .map(({ days, renewals: due, amountMinor }) => [`${days} days`, due, amountMinor]),
  };
}
