import type Stripe from "stripe";
import { invalidRequest } from "../server/stripe-error";
import { type Engine } from "./engine";
import { pickFields } from "./field-values";
import { mergeMetadata } from "./metadata";
import { checkLength, emptyValue } from "./text-limits";

const FIELDS = [
  "active",
  "description",
  "images",
  "marketing_features",
  "shippable",
  "statement_descriptor",
  "tax_code",
  "unit_label",
  "url",
] as const;

type ProductParams = Pick<Stripe.ProductCreateParams, "name" | "id" | "metadata" | (typeof FIELDS)[number]>;

/** `at` is where the parameters are, when a product comes with something else. */
export function createProduct(
  engine: Engine,
  params: ProductParams,
  at = (field: string): string => field,
): Stripe.Product {
  checkTexts(params, at);
  if (params.id && engine.store.objects.findEvenDeleted(params.id)) {
    throw invalidRequest("Product already exists.", { code: "resource_already_exists", param: "id" });
  }
  const product = engine.create("product", {
    active: true,
    type: "service",
    updated: engine.now,
    ...(params.id ? { id: params.id } : {}),
    name: params.name,
    metadata: mergeMetadata({}, params.metadata),
    default_price: null,
    tax_code: null,
    ...(pickFields(params, FIELDS) as Partial<Stripe.Product>),
  });
  engine.emit("product.created", product);
  return product;
}

export function updateProduct(
  engine: Engine,
  product: Stripe.Product,
  params: Stripe.ProductUpdateParams,
): Stripe.Product {
  checkTexts(params);
  const changes: Partial<Stripe.Product> = pickFields(params, [
    ...FIELDS,
    "name",
  ] as const) as Partial<Stripe.Product>;
  if (params.default_price !== undefined)
    changes.default_price = defaultPrice(engine, product, params.default_price);
  changes.metadata = mergeMetadata(product.metadata, params.metadata);
  const changed = engine.update(product, changes);
  if (changed === product) return product;
  return engine.update(product, { ...changes, updated: engine.now }, "product.updated");
}

function checkTexts(
  { name, description }: Pick<Stripe.ProductUpdateParams, "name" | "description">,
  at = (field: string): string => field,
): void {
  if (name === "") throw emptyValue(at("name"));
  checkLength(name, at("name"));
  checkLength(description, at("description"));
}

function defaultPrice(engine: Engine, product: Stripe.Product, id: string): string {
  const price = engine.require("price", id, "default_price");
  if (price.product !== product.id) {
    throw invalidRequest(`The price ${id} belongs to another product.`, { param: "default_price" });
  }
  return price.id;
}
