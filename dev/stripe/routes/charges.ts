import type Stripe from "stripe";
import { unset } from "../engine/field-values";
import { mergeMetadata } from "../engine/metadata";
import { listRoute } from "./list-route";
import { type Behaviour, route } from "./route";
import { searchRoute } from "./search-route";

export const chargeRoutes: Behaviour[] = [
  route("GET /v1/charges/{id}", [], ({ engine, id }) => engine.require("charge", id)),
  route<Stripe.ChargeUpdateParams>(
    "POST /v1/charges/{id}",
    ["description", "metadata", "receipt_email", "transfer_group"],
    ({ engine, params, id }) => {
      const charge = engine.require("charge", id);
      const changes: Partial<Stripe.Charge> = { metadata: mergeMetadata(charge.metadata, params.metadata) };
      for (const field of ["description", "receipt_email", "transfer_group"] as const) {
        const value = params[field];
        if (value !== undefined) changes[field] = unset(value);
      }
      return engine.update(charge, changes, "charge.updated");
    },
  ),
  listRoute("GET /v1/charges", "charge", ["customer", "payment_intent", "transfer_group"]),
  searchRoute("GET /v1/charges/search", "charge"),
  route("GET /v1/balance_transactions/{id}", [], ({ engine, id }) =>
    engine.require("balance_transaction", id),
  ),
  listRoute("GET /v1/balance_transactions", "balance_transaction", ["currency", "source", "type"]),
];
