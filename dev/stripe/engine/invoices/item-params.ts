import { invalidRequest } from "../../server/stripe-error";
import { type WirePrice } from "../../store/object-types";
import { readCurrency } from "../currency";
import { multiplyDecimal } from "../decimal-amounts";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { mergeMetadata } from "../metadata";
import { createPrice, type PriceParams } from "../prices";
import { type LineDraft } from "./invoice-draft";

/** What the API takes to describe a line, whatever it is for. Decimals are strings on the wire. */
export interface ItemParams {
  amount?: number;
  currency?: string;
  description?: string;
  discountable?: boolean;
  metadata?: Record<string, string | number | null> | "";
  period?: { start: number; end: number };
  price?: string;
  price_data?: Omit<PriceParams, "product_data"> & { product_data?: PriceParams["product_data"] };
  pricing?: { price?: string };
  quantity?: number;
  unit_amount_decimal?: string;
}

/** A line as the parameters describe it: an amount as it is, or a price times a quantity. */
export function lineOfParams(engine: Engine, params: ItemParams, defaultCurrency: string | null): LineDraft {
  const price = priceOf(engine, params);
  const currency = price?.currency ?? params.currency ?? defaultCurrency;
  if (!currency) {
    throw invalidRequest("Missing required param: currency.", {
      code: "parameter_missing",
      param: "currency",
    });
  }
  const quantity = params.quantity ?? 1;
  const decimal = price?.unit_amount_decimal ?? params.unit_amount_decimal;
  if (params.amount === undefined && decimal === undefined) {
    throw invalidRequest(
      "You must specify one of these parameters: amount, pricing, price_data, unit_amount_decimal.",
      { code: "parameter_missing", param: "amount" },
    );
  }
  if (params.amount !== undefined && decimal !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: amount, pricing.", {
      code: "parameters_exclusive",
    });
  }
  return {
    amount: params.amount ?? multiplySigned(decimal ?? "0", quantity),
    currency: readCurrency(currency),
    description: params.description ?? productName(engine, price) ?? "",
    discountable: params.discountable ?? (params.amount === undefined || params.amount >= 0),
    metadata: mergeMetadata({}, params.metadata),
    period: params.period ?? { start: engine.now, end: engine.now },
    price,
    proration: false,
    quantity,
  };
}

/** Items may be negative, prices may not. */
function multiplySigned(decimal: string, quantity: number): number {
  return decimal.startsWith("-")
    ? -multiplyDecimal(decimal.slice(1), quantity)
    : multiplyDecimal(decimal, quantity);
}

function priceOf(engine: Engine, params: ItemParams): WirePrice | null {
  // As in Stripe, a price that is made on the spot serves this line alone.
  if (params.price_data) return createPrice(engine, { ...params.price_data, active: false });
  const id = params.pricing?.price ?? params.price;
  if (!id) return null;
  const param = params.price ? "price" : "pricing[price]";
  const price = engine.require("price", id, param);
  if (!price.active) {
    throw invalidRequest("The price specified is inactive. This field only accepts active prices.", {
      param,
    });
  }
  if (price.recurring) {
    throw invalidRequest(
      "The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`.",
      { param },
    );
  }
  return price;
}

function productName(engine: Engine, price: WirePrice | null): string | null {
  return engine.store.objects.find("product", idOf(price?.product) ?? "")?.name ?? null;
}
