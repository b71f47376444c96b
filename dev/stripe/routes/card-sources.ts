import type Stripe from "stripe";
import { addCardSource, cardOf, updateCardSource } from "../engine/card-sources";
import { type Behaviour, route } from "./route";

const sources = "/v1/customers/{customerId}/sources/{id}";

export const cardSourceRoutes: Behaviour[] = [
  route<Stripe.CustomerCreateSourceParams>(
    "POST /v1/customers/{id}/sources",
    ["metadata", "source"],
    ({ engine, params, id }) => addCardSource(engine, engine.require("customer", id), params).card,
  ),
  route(`GET ${sources}`, [], ({ engine, id }) => cardOf(engine, engine.require("payment_method", id))),
  route<Stripe.CustomerUpdateSourceParams>(`POST ${sources}`, ["metadata"], ({ engine, params, id }) =>
    updateCardSource(engine, id, params.metadata),
  ),
];
