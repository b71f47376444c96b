import { type CreditKind, type EntryFilter, type EntryReason } from "@/lib/credits/types";

import { type HistoryFilter, type Movement } from "./history-search";

const longestSearch = 100;

const reasonsOf: Record<Movement, readonly EntryReason[]> = {
  added: ["grant"],
  used: ["spend", "capture"],
  returned: ["release"],
  expired: ["expire"],
  refunds: ["revoke", "restore", "freeze", "unfreeze", "forgive"],
  reserved: ["hold"],
};

/** Gifts and corrections are spent like pay-as-you-go credits and are looked for among them. */
const kindsOf: Record<NonNullable<HistoryFilter["kind"]>, readonly CreditKind[]> = {
  subscription: ["subscription"],
  payg: ["payg", "promo", "admin"],
};

/** The ledger's filter for what the address says. Days are UTC days, and the last one is part of the range. */
export function toEntryFilter({ q, movement, kind, from, to }: HistoryFilter): EntryFilter {
  const search = q.replaceAll("\0", "").toWellFormed().trim().slice(0, longestSearch);
  return {
    ...(search ? { search } : {}),
    ...(movement ? { reasons: reasonsOf[movement] } : {}),
    ...(kind ? { kinds: kindsOf[kind] } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to: nextDay(to) } : {}),
  };
}

export function isFiltered({ q, movement, kind, from, to }: HistoryFilter): boolean {
  return q.trim() !== "" || [movement, kind, from, to].some((choice) => choice !== null);
}

function nextDay(day: Date): Date {
  const next = new Date(day);
  next.setUTCDate(next.getUTCDate() + 1);
  // The calendar of JavaScript ends; a range that ends with it has no end.
  return Number.isNaN(next.getTime()) ? day : next;
}
