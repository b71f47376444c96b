import type Stripe from "stripe";

type ErrorType = "api_error" | "card_error" | "idempotency_error" | "invalid_request_error";

export interface StripeErrorBody {
  type: ErrorType;
  message: string;
  code?: string;
  param?: string;
  doc_url?: string;
  request_log_url?: string;
  decline_code?: string;
  advice_code?: string;
  charge?: string;
  payment_intent?: Stripe.PaymentIntent;
  payment_method?: Stripe.PaymentMethod;
  setup_intent?: Stripe.SetupIntent;
}

/** An answer in Stripe's own error format. Anything else that is thrown is a bug of the stand-in. */
export class StripeError extends Error {
  readonly status: number;
  readonly body: StripeErrorBody;
  /** A declined payment answers with an error, yet the failed charge and its events remain. */
  readonly keepsState: boolean;

  constructor(status: number, body: StripeErrorBody, options: { keepsState?: boolean } = {}) {
    super(body.message);
    this.name = "StripeError";
    this.status = status;
    this.body = body.code
      ? { ...body, doc_url: `https://stripe.com/docs/error-codes/${body.code.replaceAll("_", "-")}` }
      : body;
    this.keepsState = options.keepsState ?? false;
  }
}

type Detail = Partial<Pick<StripeErrorBody, "code" | "param" | "payment_intent" | "setup_intent">>;

export function invalidRequest(message: string, detail: Detail = {}): StripeError {
  return new StripeError(400, { type: "invalid_request_error", message, ...detail });
}

/** Stripe answers 404 when the id is in the path and 400 when it is in a parameter. */
export function resourceMissing(label: string, id: string, param = "id"): StripeError {
  return new StripeError(param === "id" ? 404 : 400, {
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No such ${label}: '${id}'`,
    param,
  });
}

/** Part of Stripe, not of the stand-in: loud, because the SDK would take an empty 404 for an answer. */
export function notImplemented(what: string): StripeError {
  return new StripeError(501, {
    type: "invalid_request_error",
    code: "not_implemented",
    message: `The local Stripe does not implement ${what}.`,
  });
}
