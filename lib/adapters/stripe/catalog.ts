import type Stripe from "stripe";
import { z } from "zod";
import type { GatewayPrice, GatewayProduct, PaymentGateway } from "@/lib/ports/payment-gateway";
import { callStripe, readAnswer } from "./call-stripe";
import { minor, requiredIdOf } from "./stripe-fields";

const productSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  active: z.boolean(),
  metadata: z.record(z.string(), z.string()),
});

const priceSchema = z.object({
  id: z.string(),
  product: requiredIdOf,
  lookup_key: z.string().nullable(),
  unit_amount: minor.nullable(),
  currency: z.string(),
  recurring: z.object({ interval: z.string(), interval_count: z.number() }).nullable(),
});

function toProduct(answer: Stripe.Product): GatewayProduct {
  const { id, description, ...product } = readAnswer(productSchema, answer);
  return { productId: id, description: description ?? "", ...product };
}

function intervalOf(recurring: z.output<typeof priceSchema>["recurring"]): GatewayPrice["interval"] {
  if (!recurring) return null;
  const { interval, interval_count: count } = recurring;
  return count === 1 && (interval === "month" || interval === "year") ? interval : "other";
}

function toPrice(answer: Stripe.Price): GatewayPrice {
  const price = readAnswer(priceSchema, answer);
  return {
    stripePriceId: price.id,
    productId: price.product,
    lookupKey: price.lookup_key,
    amountMinor: price.unit_amount,
    currency: price.currency,
    interval: intervalOf(price.recurring),
  };
}

/** A catalogue is a page or two; the limit only guards against an endless account. */
const all = { limit: 10_000 };

export function catalogMethods(
  stripe: Stripe,
): Pick<PaymentGateway, "readCatalog" | "createProduct" | "updateProduct" | "createPrice"> {
  return {
    readCatalog: () =>
      callStripe(async () => {
        const products = await stripe.products.list({ limit: 100 }).autoPagingToArray(all);
        const prices = await stripe.prices.list({ active: true, limit: 100 }).autoPagingToArray(all);
        return { products: products.map(toProduct), prices: prices.map(toPrice) };
      }),
    createProduct: ({ productId, name, description, metadata }) =>
      callStripe(async () => {
        await stripe.products.create({ id: productId, name, description, metadata });
      }),
    updateProduct: ({ productId, name, description, metadata }) =>
      callStripe(async () => {
        await stripe.products.update(productId, { name, description, metadata, active: true });
      }),
    createPrice: ({ productId, lookupKey, amountMinor, currency, interval }) =>
      callStripe(async () => {
        await stripe.prices.create({
          product: productId,
          currency,
          unit_amount: Number(amountMinor),
          lookup_key: lookupKey,
          transfer_lookup_key: true,
          ...(interval ? { recurring: { interval } } : {}),
        });
      }),
  };
}
