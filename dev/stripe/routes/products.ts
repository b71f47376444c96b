import type Stripe from "stripe";
import { type Engine } from "../engine/engine";
import { createPrice } from "../engine/prices";
import { createProduct, updateProduct } from "../engine/products";
import { invalidRequest } from "../server/stripe-error";
import { listPage, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";
import { searchRoute } from "./search-route";

const FIELDS = [
  "active",
  "description",
  "images",
  "marketing_features",
  "metadata",
  "name",
  "shippable",
  "statement_descriptor",
  "tax_code",
  "unit_label",
  "url",
];

const DEFAULT_PRICE = [
  "currency",
  "metadata",
  "recurring",
  "tax_behavior",
  "unit_amount",
  "unit_amount_decimal",
].map((field) => `default_price_data.${field}`);

export const productRoutes: Behaviour[] = [
  route<Stripe.ProductCreateParams>(
    "POST /v1/products",
    [...FIELDS, "id", "type", ...DEFAULT_PRICE],
    ({ engine, params }) => createWithPrice(engine, params),
  ),
  route("GET /v1/products/{id}", [], ({ engine, id }) => engine.require("product", id)),
  route<Stripe.ProductUpdateParams>(
    "POST /v1/products/{id}",
    [...FIELDS, "default_price"],
    ({ engine, params, id }) => updateProduct(engine, engine.require("product", id), params),
  ),
  route("DELETE /v1/products/{id}", [], ({ engine, id }) =>
    deleteProduct(engine, engine.require("product", id)),
  ),
  route<Stripe.ProductListParams & PagingParams>(
    "GET /v1/products",
    [...PAGING, "active", "created", "ids", "shippable", "url"],
    (call) => {
      const { active, created, ids, shippable, url } = call.params;
      return listPage(call, "product", {
        where: { active, id: ids, shippable, url },
        ...(created === undefined ? {} : { created }),
      });
    },
  ),
  searchRoute("GET /v1/products/search", "product"),
];

function createWithPrice(engine: Engine, params: Stripe.ProductCreateParams): Stripe.Product {
  const product = createProduct(engine, params);
  if (!params.default_price_data) return product;
  const { unit_amount_decimal: decimal, ...data } = params.default_price_data;
  const price = createPrice(engine, {
    ...data,
    ...(decimal ? { unit_amount_decimal: String(decimal) } : {}),
    product: product.id,
  });
  return engine.update(product, { default_price: price.id }, "product.updated");
}

function deleteProduct(engine: Engine, product: Stripe.Product): Stripe.DeletedProduct {
  if (engine.store.objects.findBy("price", "product", product.id)) {
    throw invalidRequest("This product cannot be deleted because it has one or more user-created prices.", {
      param: "id",
    });
  }
  const tombstone: Stripe.DeletedProduct = { id: product.id, object: "product", deleted: true };
  engine.store.objects.bury(product.id, tombstone);
  engine.emit("product.deleted", product);
  return tombstone;
}
