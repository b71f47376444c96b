import type { GatewayPrice, GatewayProduct, NewPrice, NewProduct } from "@/lib/ports/payment-gateway";
import { creditsOf, pricesOf } from "./policy";
import { productIdOf } from "./plan-key";
import type { CatalogItem } from "./types";

export type CatalogChange =
  | { type: "create_product"; product: NewProduct }
  | { type: "update_product"; product: NewProduct; fields: string[] }
  | { type: "create_price"; price: NewPrice; replaces: GatewayPrice | null };

/** Our products have ids of our making, so that a repeated sync finds them and never makes a second. */
function toProduct(item: CatalogItem): NewProduct {
  return {
    productId: productIdOf(item.key),
    name: item.name,
    description: item.description,
    metadata: { kind: item.kind, credits: String(creditsOf(item)) },
  };
}

function differingFields(wanted: NewProduct, actual: GatewayProduct): string[] {
  const fields = (["name", "description"] as const).filter((field) => wanted[field] !== actual[field]);
  const metadata = Object.entries(wanted.metadata)
    .filter(([key, value]) => actual.metadata[key] !== value)
    .map(([key]) => `metadata.${key}`);
  return [...fields, ...metadata, ...(actual.active ? [] : ["active"])];
}

function productChange(wanted: NewProduct, products: readonly GatewayProduct[]): CatalogChange[] {
  const actual = products.find(({ productId }) => productId === wanted.productId);
  if (!actual) return [{ type: "create_product", product: wanted }];
  const fields = differingFields(wanted, actual);
  return fields.length > 0 ? [{ type: "update_product", product: wanted, fields }] : [];
}

function isSamePrice(wanted: NewPrice, actual: GatewayPrice): boolean {
  return (["productId", "amountMinor", "currency", "interval"] as const).every(
    (field) => wanted[field] === actual[field],
  );
}

/** A price never changes: another amount is a new price, which takes the lookup key over. */
function priceChanges(item: CatalogItem, prices: readonly GatewayPrice[]): CatalogChange[] {
  return pricesOf(item).flatMap(({ price, interval }) => {
    const wanted: NewPrice = { ...price, interval, productId: toProduct(item).productId };
    const actual = prices.find(({ lookupKey }) => lookupKey === price.lookupKey) ?? null;
    if (actual && isSamePrice(wanted, actual)) return [];
    return [{ type: "create_price" as const, price: wanted, replaces: actual }];
  });
}

/** What must change in Stripe for it to sell exactly these items; nothing when it does already. */
export function planChanges(
  items: readonly CatalogItem[],
  actual: { products: readonly GatewayProduct[]; prices: readonly GatewayPrice[] },
): CatalogChange[] {
  return items.flatMap((item) => [
    ...productChange(toProduct(item), actual.products),
    ...priceChanges(item, actual.prices),
  ]);
}
