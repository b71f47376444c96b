import type Stripe from "stripe";
import { z } from "zod";
import type { FinishedSetup, PaymentMethodGateway } from "@/lib/ports/payment-method-gateway";
import { callStripe, readAnswer } from "./call-stripe";
import { idOf } from "./stripe-fields";

type Methods = Pick<PaymentMethodGateway, "createSetup" | "getSetup" | "createSetupPage" | "getSetupPage">;

const intentSchema = z.object({ customer: idOf, payment_method: idOf, status: z.string() });
const sessionSchema = z.object({ customer: idOf, setup_intent: intentSchema.nullable() });

function toSetup({ customer, payment_method: method, status }: z.output<typeof intentSchema>): FinishedSetup {
  return { stripeCustomerId: customer, paymentMethodId: status === "succeeded" ? method : null };
}

export function setupMethods(stripe: Stripe): Methods {
  return {
    createSetup: ({ stripeCustomerId: customer, idempotencyKey }) =>
      callStripe(async () => {
        const automatic_payment_methods = { enabled: true, allow_redirects: "never" as const };
        const intent = await stripe.setupIntents.create(
          { customer, usage: "off_session", automatic_payment_methods },
          { idempotencyKey },
        );
        return { clientSecret: readAnswer(z.string(), intent.client_secret) };
      }),
    getSetup: (id) =>
      callStripe(async () => toSetup(readAnswer(intentSchema, await stripe.setupIntents.retrieve(id)))),
    createSetupPage: ({ stripeCustomerId: customer, currency, successUrl, cancelUrl }) =>
      callStripe(async () => {
        const { url } = await stripe.checkout.sessions.create({
          mode: "setup",
          customer,
          currency,
          success_url: successUrl,
          cancel_url: cancelUrl,
        });
        return { url: readAnswer(z.string(), url) };
      }),
    getSetupPage: (id) =>
      callStripe(async () => {
        const answer = await stripe.checkout.sessions.retrieve(id, { expand: ["setup_intent"] });
        const { customer, setup_intent: intent } = readAnswer(sessionSchema, answer);
        return intent ? toSetup(intent) : { stripeCustomerId: customer, paymentMethodId: null };
      }),
  };
}
