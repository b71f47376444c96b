import type Stripe from "stripe";
import { type Engine } from "../engine/engine";
import { unset } from "../engine/field-values";
import { mergeMetadata } from "../engine/metadata";
import { claimLookupKey, createPrice, type PriceParams } from "../engine/prices";
import { type WirePrice } from "../store/object-types";
import { listPage, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";
import { searchRoute } from "./search-route";

const CREATE = [
  "active",
  "currency",
  "lookup_key",
  "metadata",
  "nickname",
  "product",
  "product_data",
  "recurring",
  "tax_behavior",
  "transfer_lookup_key",
  "unit_amount",
  "unit_amount_decimal",
];

export const priceRoutes: Behaviour[] = [
  route<PriceParams>("POST /v1/prices", [...CREATE, "billing_scheme"], ({ engine, params }) =>
    createPrice(engine, params),
  ),
  route("GET /v1/prices/{id}", [], ({ engine, id }) => engine.require("price", id)),
  route<Stripe.PriceUpdateParams>(
    "POST /v1/prices/{id}",
    ["active", "lookup_key", "metadata", "nickname", "tax_behavior", "transfer_lookup_key"],
    ({ engine, params, id }) => updatePrice(engine, engine.require("price", id), params),
  ),
  route<Stripe.PriceListParams & PagingParams>(
    "GET /v1/prices",
    [...PAGING, "active", "created", "currency", "lookup_keys", "product", "type"],
    (call) => {
      const { active, created, currency, lookup_keys: lookupKeys, product, type } = call.params;
      const where = { active, currency, lookup_key: lookupKeys, product, type };
      return listPage(call, "price", { where, ...(created === undefined ? {} : { created }) });
    },
  ),
  searchRoute("GET /v1/prices/search", "price"),
];

/** What a price costs never changes; everything else about it may. */
function updatePrice(engine: Engine, price: WirePrice, params: Stripe.PriceUpdateParams): WirePrice {
  const changes: Partial<WirePrice> = { metadata: mergeMetadata(price.metadata, params.metadata) };
  if (params.active !== undefined) changes.active = params.active;
  if (params.nickname !== undefined) changes.nickname = unset(params.nickname);
  if (params.tax_behavior !== undefined) changes.tax_behavior = params.tax_behavior;
  if (params.lookup_key !== undefined) changes.lookup_key = claimLookupKey(engine, params, price.id);
  return engine.update(price, changes, "price.updated");
}
