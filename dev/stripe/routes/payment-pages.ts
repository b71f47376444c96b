import type Stripe from "stripe";
import { type ContractRoute } from "../contract/contract";
import { type Engine } from "../engine/engine";
import { payWithMethod } from "../engine/pay-session";
import { resolveMethod } from "../engine/payment-methods";
import { invalidRequest, notImplemented, StripeError } from "../server/stripe-error";
import { type Behaviour, route } from "./route";

const page = "/v1/payment_pages/{id}";

/**
 * What the hosted page itself calls at Stripe. No SDK knows these routes, but the scenarios of the official
 * command line press the page's button through them.
 */
export const UNDOCUMENTED_ROUTES: ContractRoute[] = [
  {
    key: `GET ${page}`,
    method: "GET",
    path: page,
    params: { type: "object", properties: {}, additionalProperties: false },
    result: {},
  },
  {
    key: `POST ${page}/confirm`,
    method: "POST",
    path: `${page}/confirm`,
    params: {
      type: "object",
      properties: { expected_amount: { type: "integer" }, payment_method: { type: "string" } },
      required: ["payment_method"],
      additionalProperties: false,
    },
    result: {},
  },
];

interface ConfirmParams {
  expected_amount?: number;
  payment_method: string;
}

export const paymentPageRoutes: Behaviour[] = [
  route(`GET ${page}`, [], ({ engine, id }) => engine.require("checkout.session", id)),
  route<ConfirmParams>(
    `POST ${page}/confirm`,
    ["expected_amount", "payment_method"],
    ({ engine, params, id }) => confirm(engine, engine.require("checkout.session", id), params),
  ),
];

function confirm(
  engine: Engine,
  session: Stripe.Checkout.Session,
  params: ConfirmParams,
): Stripe.Checkout.Session {
  if (session.mode !== "payment") throw notImplemented(`payment pages in ${session.mode} mode`);
  if (session.status !== "open") throw invalidRequest("This Checkout Session is no longer open.");
  if (params.expected_amount !== undefined && params.expected_amount !== session.amount_total) {
    throw invalidRequest("The expected amount does not match the amount of the Checkout Session.", {
      param: "expected_amount",
    });
  }
  const method = resolveMethod(engine, params.payment_method);
  const { email, name } = method.billing_details;
  const buyer = { email: email ?? session.customer_email ?? "", name: name ?? "" };
  const outcome = payWithMethod(engine, session, { buyer, method });
  if (outcome.kind === "declined") {
    throw new StripeError(402, { type: "card_error", message: outcome.message }, { keepsState: true });
  }
  return engine.require("checkout.session", session.id);
}
