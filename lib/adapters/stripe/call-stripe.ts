import Stripe from "stripe";
import {
  PaymentAnswerUnexpected,
  PaymentGatewayError,
  PaymentGatewayMisconfigured,
  PaymentGatewayUnavailable,
  PaymentKeyReused,
  PaymentObjectMissing,
  PaymentRequestRefused,
} from "@/lib/ports/payment-gateway-errors";
import { z } from "zod";

/** Asks Stripe and translates every failure into our words. */
export async function callStripe<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw toGatewayError(error);
  }
}

/** Reads what we depend on out of Stripe's answer. */
export function readAnswer<T>(schema: z.ZodType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  throw new PaymentAnswerUnexpected({ meta: { problems: z.prettifyError(result.error) } });
}

function toGatewayError(error: unknown): unknown {
  if (error instanceof PaymentGatewayError || !(error instanceof Stripe.errors.StripeError)) return error;
  const { code, param, requestId, statusCode } = error;
  // Stripe has kept this answer under the key and gives it for a day: https://docs.stripe.com/api/idempotent_requests
  const replayed = error.headers?.["idempotent-replayed"] === "true";
  const details = { meta: { stripeCode: code, param, requestId, statusCode, replayed }, cause: error };
  if (error instanceof Stripe.errors.StripeIdempotencyError) return new PaymentKeyReused(details);
  if (
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError
  ) {
    return new PaymentGatewayMisconfigured(details);
  }
  if (error instanceof Stripe.errors.StripeInvalidRequestError) {
    return code === "resource_missing"
      ? new PaymentObjectMissing(details)
      : new PaymentRequestRefused(details);
  }
  if (error instanceof Stripe.errors.StripeCardError) return new PaymentRequestRefused(details);
  return new PaymentGatewayUnavailable(details);
}
