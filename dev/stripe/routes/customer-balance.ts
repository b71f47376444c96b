import type Stripe from "stripe";
import { moveBalance } from "../engine/customer-balance";
import { readCurrency } from "../engine/currency";
import { mergeMetadata } from "../engine/metadata";
import { invalidRequest } from "../server/stripe-error";
import { listPage, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";

/** https://docs.stripe.com/api/customer_balance_transactions */
export const customerBalanceRoutes: Behaviour[] = [
  route<Stripe.CustomerCreateBalanceTransactionParams>(
    "POST /v1/customers/{id}/balance_transactions",
    ["amount", "currency", "description", "metadata"],
    ({ engine, params, id }) => {
      const customer = engine.require("customer", id);
      const currency = readCurrency(params.currency);
      if (customer.currency && customer.currency !== currency) {
        throw invalidRequest(
          `The currency of the balance transaction must be that of the customer (${customer.currency}).`,
          { param: "currency" },
        );
      }
      return moveBalance(engine, id, {
        amount: params.amount,
        currency,
        description: params.description ?? null,
        metadata: mergeMetadata({}, params.metadata),
        type: "adjustment",
      });
    },
  ),
  route<PagingParams & Pick<Stripe.CustomerListBalanceTransactionsParams, "created" | "invoice">>(
    "GET /v1/customers/{id}/balance_transactions",
    [...PAGING, "created", "invoice"],
    (call) => {
      const { created, invoice } = call.params;
      return listPage(call, "customer_balance_transaction", {
        where: { customer: call.engine.require("customer", call.id).id, invoice },
        ...(created === undefined ? {} : { created }),
      });
    },
  ),
  route("GET /v1/customers/{customerId}/balance_transactions/{id}", [], ({ engine, id }) =>
    engine.require("customer_balance_transaction", id),
  ),
];
