import { invalidRequest, notImplemented } from "../../server/stripe-error";
import { type WirePrice } from "../../store/object-types";
import { type Engine } from "../engine";
import { createPrice, type PriceParams } from "../prices";

/** How an item says what it sells. */
export interface PriceChoice {
  price?: string;
  price_data?: PriceParams;
  /** Agreed on a checkout page or in a schedule, and sold even if it was archived since. */
  agreed?: WirePrice;
}

/** The price of a new item, or the new one of an old item; made on the spot when described. */
export function choosePrice(engine: Engine, choice: PriceChoice, at: string): WirePrice {
  if (choice.agreed) return checkSellable(choice.agreed, at);
  if (choice.price && choice.price_data) {
    throw invalidRequest(`You may only specify one of these parameters: ${at}[price], ${at}[price_data].`, {
      code: "parameters_exclusive",
    });
  }
  // As in Stripe, what is made on the spot is archived from the start: it serves this item alone.
  if (choice.price_data)
    return checkSellable(createPrice(engine, { ...choice.price_data, active: false }), at);
  if (!choice.price) {
    throw invalidRequest(`Missing required param: ${at}[price].`, {
      code: "parameter_missing",
      param: `${at}[price]`,
    });
  }
  const price = engine.require("price", choice.price, `${at}[price]`);
  if (!price.active) {
    throw invalidRequest("The price specified is inactive. This field only accepts active prices.", {
      param: `${at}[price]`,
    });
  }
  return checkSellable(price, at);
}

function checkSellable(price: WirePrice, at: string): WirePrice {
  if (!price.recurring) {
    throw invalidRequest(
      "The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.",
      { param: `${at}[price]` },
    );
  }
  if (price.recurring.usage_type === "metered") throw notImplemented("subscriptions to metered prices");
  return price;
}
