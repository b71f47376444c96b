import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import type { PaymentGateway } from "@/lib/ports/payment-gateway";
import { catalog } from "./catalog";
import { planChanges, type CatalogChange } from "./plan-changes";
import { readPrice, type CatalogEntry } from "./read-price";
import { getReadingTime, replaceCatalog } from "./repository";
import type { CatalogItem } from "./types";

export interface CatalogSync {
  /** What differed, in the order in which it is, or would be, applied. */
  changes: CatalogChange[];
  /** Every active price in Stripe as it stands afterwards; on a dry run as it stands now. */
  entries: CatalogEntry[];
}

type Context = Pick<AppContext, "db" | "payments">;

function apply(payments: PaymentGateway, change: CatalogChange): Promise<void> {
  switch (change.type) {
    case "create_product":
      return payments.createProduct(change.product);
    case "update_product":
      return payments.updateProduct(change.product);
    case "create_price":
      return payments.createPrice(change.price);
  }
}

async function readEntries(payments: PaymentGateway): Promise<CatalogEntry[]> {
  const { products, prices } = await payments.readCatalog();
  const byId = new Map(products.map((product) => [product.productId, product]));
  return prices.flatMap((price) => {
    const product = byId.get(price.productId);
    return product ? [readPrice(price, product)] : [];
  });
}

/**
 * Makes Stripe sell what the catalogue says, then copies Stripe's prices here: checkout sells by that copy.
 * Converges: a repeated sync changes nothing, an interrupted one is finished by the next. A dry run only reports.
 */
export async function syncCatalog(
  { db, payments }: Context,
  { dryRun = false, items = catalog }: { dryRun?: boolean; items?: readonly CatalogItem[] } = {},
): Promise<CatalogSync> {
  const changes = planChanges(items, await payments.readCatalog());
  if (dryRun) return { changes, entries: await readEntries(payments) };
  for (const change of changes) await apply(payments, change);
  return { changes, entries: await refreshCatalog({ db, payments }) };
}

/** Reads Stripe's prices and says what to write: what somebody changed there counts from then on. */
export async function prepareCatalog({
  db,
  payments,
}: Context): Promise<(tx: Db) => Promise<CatalogEntry[]>> {
  const readAt = await getReadingTime(db);
  const entries = await readEntries(payments);
  return async (tx) => {
    await replaceCatalog(tx, entries, readAt);
    return entries;
  };
}

/** Copies Stripe's prices here as they are. Changes nothing in Stripe. */
export async function refreshCatalog(ctx: Context): Promise<CatalogEntry[]> {
  return ctx.db.transaction(await prepareCatalog(ctx));
}
