import type { Collection, Recurring, Revenue } from "@/lib/analytics/types";

const of = <Part extends { currency: string }>(parts: readonly Part[], currency: string) =>
  parts.find((part) => part.currency === currency) ?? null;

/** The part of one currency; null where there is nothing in it. */
export const revenueIn = (parts: readonly Revenue[], currency: string): Revenue | null => of(parts, currency);
export const recurringIn = (parts: readonly Recurring[], currency: string): Recurring | null =>
  of(parts, currency);
export const collectionIn = (parts: readonly Collection[], currency: string): Collection | null =>
  of(parts, currency);
