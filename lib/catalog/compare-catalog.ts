import { createHash } from "node:crypto";
import type { AppContext } from "@/lib/context";
import { requireAdmin } from "@/lib/shared/require-admin";
import { catalog } from "./catalog";
import { CatalogForbidden } from "./errors";
import type { CatalogChange } from "./plan-changes";
import { creditsOf, pricesOf } from "./policy";
import type { CatalogEntry } from "./read-price";
import { syncCatalog } from "./sync-catalog";
import type { ComparedPrice, StripePrice } from "./types";

export interface CatalogComparison {
  prices: ComparedPrice[];
  /** What Stripe sells besides. */
  others: StripePrice[];
  /** What a sync would change in Stripe. */
  changes: CatalogChange[];
  /** Names these changes, for the sync. */
  token: string;
}

const toStripePrice = (entry: CatalogEntry): StripePrice => {
  const { stripePriceId, stripeProductId, lookupKey, name, creditsMilli, amountMinor } = entry;
  const { currency, interval, active, problem } = entry;
  return {
    ...{ stripePriceId, stripeProductId, lookupKey, name, creditsMilli, amountMinor },
    ...{ currency, interval, active, problem },
  };
};

function comparePrices(entries: readonly CatalogEntry[]): ComparedPrice[] {
  return catalog.flatMap((item) =>
    pricesOf(item).map(({ price, interval }) => {
      const entry = entries.find(({ lookupKey }) => lookupKey === price.lookupKey);
      const { amountMinor, currency, lookupKey } = price;
      const ours = { kind: item.kind, name: item.name, credits: creditsOf(item), amountMinor, currency };
      return { lookupKey, ours: { ...ours, interval }, stripe: entry ? toStripePrice(entry) : null };
    }),
  );
}

/** Names a preview: a confirmation of one that is no longer true is refused. */
function nameChanges(changes: readonly CatalogChange[]): string {
  const text = JSON.stringify(changes, (_key, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
  return createHash("sha256").update(text).digest("base64url");
}

/**
 * Our catalogue beside what Stripe sells now, and what a sync would change there. Changes nothing.
 * @throws CatalogForbidden, PaymentGatewayError
 */
export async function compareCatalog(
  ctx: Pick<AppContext, "db" | "payments" | "actor">,
): Promise<CatalogComparison> {
  requireAdmin(ctx.actor, CatalogForbidden);
  const { changes, entries } = await syncCatalog(ctx, { dryRun: true });
  const prices = comparePrices(entries);
  const known = new Set<string | null>(prices.map(({ lookupKey }) => lookupKey));
  const others = entries.filter(({ lookupKey }) => !known.has(lookupKey)).map(toStripePrice);
  return { prices, others, changes, token: nameChanges(changes) };
}
