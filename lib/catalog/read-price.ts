import { z } from "zod";
import type { GatewayPrice, GatewayProduct } from "@/lib/ports/payment-gateway";
import { toMilli } from "@/lib/shared/credits";
import type { CatalogItem, CatalogProblem } from "./types";

/** A price of Stripe's as our table keeps it. */
export interface CatalogEntry {
  stripePriceId: string;
  stripeProductId: string;
  lookupKey: string | null;
  kind: CatalogItem["kind"] | null;
  name: string;
  creditsMilli: bigint | null;
  amountMinor: bigint | null;
  currency: string;
  interval: "month" | "year" | null;
  active: boolean;
  problem: CatalogProblem | null;
}

const kindSchema = z.enum(["pack", "plan"]);
/** At most a billion: far above any pack, far below what the ledger can hold. */
const creditsSchema = z.string().regex(/^[1-9]\d{0,8}$/);

function problemOf(price: GatewayPrice, metadata: GatewayProduct["metadata"]): CatalogProblem | null {
  const kind = kindSchema.safeParse(metadata.kind);
  if (metadata.credits === undefined) return "credits_missing";
  if (!creditsSchema.safeParse(metadata.credits).success) return "credits_invalid";
  if (!kind.success) return "kind_missing";
  if (price.amountMinor === null || price.amountMinor <= 0n) return "amount_missing";
  const rightInterval =
    kind.data === "pack" ? price.interval === null : ["month", "year"].includes(price.interval ?? "");
  return rightInterval ? null : "interval_wrong";
}

/** Validates what Stripe says of one price: anything unclear becomes a problem, and is then never sold. */
export function readPrice(price: GatewayPrice, product: GatewayProduct): CatalogEntry {
  const kind = kindSchema.safeParse(product.metadata.kind);
  const credits = creditsSchema.safeParse(product.metadata.credits);
  return {
    stripePriceId: price.stripePriceId,
    stripeProductId: product.productId,
    lookupKey: price.lookupKey,
    kind: kind.success ? kind.data : null,
    name: product.name,
    creditsMilli: credits.success ? toMilli(Number(credits.data)) : null,
    amountMinor: price.amountMinor,
    currency: price.currency,
    interval: price.interval === "other" ? null : price.interval,
    active: product.active,
    problem: problemOf(price, product.metadata),
  };
}
