import type Stripe from "stripe";
import { invalidRequest } from "../server/stripe-error";
import { type WireLineItem, type WirePrice } from "../store/object-types";
import { multiplyDecimal } from "./decimal-amounts";
import { type Engine } from "./engine";
import { idOf } from "./field-values";
import { mergeMetadata } from "./metadata";
import { createPrice, type PriceParams } from "./prices";

/** Stripe's limit for one-time items of a session. */
const MAX_ITEMS = 100;

export type LineItemParams = Omit<Stripe.Checkout.SessionCreateParams.LineItem, "price_data"> & {
  price_data?: Omit<PriceParams, "product_data"> & {
    product_data?: Stripe.Checkout.SessionCreateParams.LineItem.PriceData.ProductData;
  };
};

export type Draft = Partial<WireLineItem> &
  Pick<WireLineItem, "amount_subtotal" | "amount_total" | "currency" | "price">;

/** Prices the items of a payment session; nothing is stored but prices made on the spot. */
export function draftLineItems(engine: Engine, params: LineItemParams[]): Draft[] {
  if (params.length > MAX_ITEMS) {
    throw invalidRequest(`You can only specify up to ${MAX_ITEMS} line items.`, { param: "line_items" });
  }
  const drafts = params.map((item, index) => draftLineItem(engine, item, `line_items[${index}]`));
  const currency = drafts[0]?.currency;
  const stranger = drafts.findIndex((draft) => draft.currency !== currency);
  if (stranger > 0) {
    throw invalidRequest(
      `All prices of a Checkout Session must be in one currency; expected ${currency ?? ""}, got ${drafts[stranger]?.currency ?? ""}.`,
      { param: `line_items[${stranger}]` },
    );
  }
  return drafts;
}

function draftLineItem(engine: Engine, item: LineItemParams, at: string): Draft {
  const price = priceOf(engine, item, at);
  const quantity = quantityOf(item, at);
  const amount = multiplyDecimal(price.unit_amount_decimal ?? "0", quantity);
  const product = engine.store.objects.find("product", idOf(price.product) ?? "");
  return {
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description: product?.name ?? null,
    metadata: mergeMetadata({}, item.metadata),
    price,
    quantity,
  };
}

function quantityOf(item: LineItemParams, at: string): number {
  if (item.quantity === undefined) {
    throw invalidRequest(`Quantity is required. Add \`quantity\` to \`${at}\``, {
      code: "parameter_missing",
      param: `${at}[quantity]`,
    });
  }
  if (item.quantity < 1) {
    throw invalidRequest("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: `${at}[quantity]`,
    });
  }
  return item.quantity;
}

function priceOf(engine: Engine, item: LineItemParams, at: string): WirePrice {
  if (item.price && item.price_data) {
    throw invalidRequest(`You may only specify one of these parameters: ${at}[price], ${at}[price_data].`, {
      code: "parameters_exclusive",
    });
  }
  // As in Stripe, what is made on the spot is archived from the start: it serves this session alone.
  if (item.price_data) return inlinePrice(engine, item.price_data);
  if (!item.price) {
    throw invalidRequest(`Missing required param: ${at}[price].`, {
      code: "parameter_missing",
      param: `${at}[price]`,
    });
  }
  const price = engine.require("price", item.price, `${at}[price]`);
  if (!price.active) {
    throw invalidRequest("The price specified is inactive. This field only accepts active prices.", {
      param: `${at}[price]`,
    });
  }
  return price;
}

/** What a session in payment mode cannot sell. */
export function refuseRecurring(items: Draft[]): void {
  const index = items.findIndex(({ price }) => price?.recurring);
  if (index < 0) return;
  throw invalidRequest(
    "You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.",
    { param: `line_items[${index}][price]` },
  );
}

function inlinePrice(engine: Engine, data: NonNullable<LineItemParams["price_data"]>): WirePrice {
  const { product_data: inlineProduct, ...price } = data;
  return createPrice(engine, {
    ...price,
    active: false,
    ...(inlineProduct ? { product_data: { ...inlineProduct, active: false } } : {}),
  });
}
