import type Stripe from "stripe";
import { createCustomer, deleteCustomer, updateCustomer } from "../engine/customers";
import { endSubscriptionsOf } from "../engine/subscriptions/end-with-customer";
import { type Behaviour, route } from "./route";
import { listPage, listRoute, PAGING, type PagingParams } from "./list-route";
import { searchRoute } from "./search-route";

const FIELDS = [
  "address",
  "balance",
  "description",
  "email",
  "metadata",
  "name",
  "phone",
  "preferred_locales",
  "shipping",
  "tax_exempt",
];

export const customerRoutes: Behaviour[] = [
  route<Stripe.CustomerCreateParams>(
    "POST /v1/customers",
    [
      ...FIELDS,
      "invoice_prefix",
      "invoice_settings.default_payment_method",
      "next_invoice_sequence",
      "payment_method",
      "source",
      "test_clock",
    ],
    ({ engine, params }) => createCustomer(engine, params),
  ),
  route("GET /v1/customers/{id}", [], ({ engine, id }) => {
    const customer = engine.store.objects.findEvenDeleted(id);
    return customer?.object === "customer" ? customer : engine.require("customer", id);
  }),
  route<Stripe.CustomerUpdateParams>(
    "POST /v1/customers/{id}",
    [...FIELDS, "invoice_settings.default_payment_method"],
    ({ engine, params, id }) => updateCustomer(engine, engine.require("customer", id), params),
  ),
  route("DELETE /v1/customers/{id}", [], ({ engine, id }) => {
    const customer = engine.require("customer", id);
    endSubscriptionsOf(engine, id);
    return deleteCustomer(engine, customer);
  }),
  listRoute("GET /v1/customers", "customer", ["email"]),
  searchRoute("GET /v1/customers/search", "customer"),
  route<Stripe.CustomerListPaymentMethodsParams & PagingParams>(
    "GET /v1/customers/{id}/payment_methods",
    [...PAGING, "type", "allow_redisplay"],
    (call) => {
      const customer = call.engine.require("customer", call.id).id;
      const { type, allow_redisplay } = call.params;
      return listPage(call, "payment_method", { where: { customer, type, allow_redisplay } });
    },
  ),
];
