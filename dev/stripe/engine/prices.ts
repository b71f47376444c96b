import type Stripe from "stripe";
import { invalidRequest } from "../server/stripe-error";
import { type WirePrice } from "../store/object-types";
import { readCurrency } from "./currency";
import { decimalAmount } from "./decimal-amounts";
import { type Engine } from "./engine";
import { unset } from "./field-values";
import { mergeMetadata } from "./metadata";
import { createProduct } from "./products";

/** Parameters as they come over the wire: decimal amounts are strings. */
export type PriceParams = Omit<Stripe.PriceCreateParams, "unit_amount_decimal"> & {
  unit_amount_decimal?: string;
};

export function createPrice(engine: Engine, params: PriceParams): WirePrice {
  if (params.product && params.product_data) {
    throw invalidRequest("You may only specify one of these parameters: product, product_data.", {
      code: "parameters_exclusive",
    });
  }
  const price = engine.create("price", {
    active: params.active ?? true,
    billing_scheme: "per_unit",
    currency: readCurrency(params.currency),
    lookup_key: claimLookupKey(engine, params),
    metadata: mergeMetadata({}, params.metadata),
    nickname: params.nickname ? unset(params.nickname) : null,
    product: productOf(engine, params),
    recurring: params.recurring ? recurring(params.recurring) : null,
    tax_behavior: params.tax_behavior ?? "unspecified",
    type: params.recurring ? "recurring" : "one_time",
    ...unitAmount(params),
  });
  engine.emit("price.created", price);
  return price;
}

function productOf(engine: Engine, params: PriceParams): string {
  if (params.product) return engine.require("product", params.product, "product").id;
  if (params.product_data) {
    return createProduct(engine, params.product_data, (field) => `product_data[${field}]`).id;
  }
  throw invalidRequest("Missing required param: product.", { code: "parameter_missing", param: "product" });
}

function unitAmount(params: PriceParams): Pick<WirePrice, "unit_amount" | "unit_amount_decimal"> {
  const { unit_amount: integer, unit_amount_decimal: decimal } = params;
  if (integer === undefined && decimal === undefined) {
    throw invalidRequest("Prices require an `unit_amount` or `unit_amount_decimal` parameter to be set.", {
      code: "parameter_missing",
      param: "unit_amount",
    });
  }
  if (integer !== undefined && decimal !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: unit_amount, unit_amount_decimal.", {
      code: "parameters_exclusive",
    });
  }
  if (decimal !== undefined) {
    const whole = decimalAmount(decimal);
    return { unit_amount: whole, unit_amount_decimal: whole === null ? decimal : String(whole) };
  }
  if (integer === undefined || integer < 0) {
    throw invalidRequest("This value must be greater than or equal to 0.", {
      code: "parameter_invalid_integer",
      param: "unit_amount",
    });
  }
  return { unit_amount: integer, unit_amount_decimal: String(integer) };
}

function recurring(params: Stripe.PriceCreateParams.Recurring): Stripe.Price.Recurring {
  return {
    interval: params.interval,
    interval_count: params.interval_count ?? 1,
    meter: params.meter ?? null,
    trial_period_days: params.trial_period_days ?? null,
    usage_type: params.usage_type ?? "licensed",
  };
}

/** A lookup key names one price; it moves to a new one only when the caller says so. */
export function claimLookupKey(
  engine: Engine,
  { lookup_key: key, transfer_lookup_key: transfers }: { lookup_key?: string; transfer_lookup_key?: boolean },
  self?: string,
): string | null {
  if (!key) return null;
  const owner = engine.store.objects.findBy("price", "lookup_key", key);
  if (owner && owner.id !== self) {
    if (!transfers) {
      throw invalidRequest(`A price (\`${owner.id}\`) already uses that lookup key.`, {
        code: "resource_already_exists",
        param: "lookup_key",
      });
    }
    engine.update(owner, { lookup_key: null }, "price.updated");
  }
  return key;
}
