import type Stripe from "stripe";
import { z } from "zod";
import { PaymentObjectMissing } from "@/lib/ports/payment-gateway-errors";
import type {
  GatewayPaymentMethod,
  MethodOwner,
  PaymentMethodGateway,
} from "@/lib/ports/payment-method-gateway";
import { callStripe, readAnswer } from "./call-stripe";
import { idOf, time } from "./stripe-fields";

type Methods = Pick<
  PaymentMethodGateway,
  "listPaymentMethods" | "setDefaultPaymentMethod" | "removePaymentMethod"
>;

/** Nobody has more; the limit only guards against an endless list. */
const all = { limit: 200 };

const methodSchema = z.object({
  id: z.string(),
  type: z.string(),
  created: time,
  card: z
    .object({
      brand: z.string(),
      last4: z.string(),
      exp_month: z.number().int(),
      exp_year: z.number().int(),
      wallet: z.object({ type: z.string() }).nullish(),
    })
    .nullish(),
});

/** Most other types tell the end of an account's number in an object of their own name. */
const accountSchema = z.object({ last4: z.string() });

function toMethod(answer: Stripe.PaymentMethod): GatewayPaymentMethod {
  const { id, type, created, card } = readAnswer(methodSchema, answer);
  const account = accountSchema.safeParse({ ...answer }[type as "us_bank_account"]);
  return {
    paymentMethodId: id,
    type,
    brand: card?.brand ?? null,
    last4: card?.last4 ?? account.data?.last4 ?? null,
    expiry: card ? { month: card.exp_month, year: card.exp_year } : null,
    wallet: card?.wallet?.type ?? null,
    createdAt: created,
  };
}

const customerSchema = z.union([
  z.object({ deleted: z.literal(true) }),
  z.object({
    deleted: z.undefined().optional(),
    invoice_settings: z.object({ default_payment_method: idOf }),
  }),
]);
const subscriptionSchema = z.object({ default_payment_method: idOf });

async function readDefault(stripe: Stripe, owner: MethodOwner): Promise<string | null> {
  const [customer, subscription] = await Promise.all([
    stripe.customers.retrieve(owner.stripeCustomerId),
    owner.stripeSubscriptionId ? stripe.subscriptions.retrieve(owner.stripeSubscriptionId) : null,
  ]);
  const known = readAnswer(customerSchema, customer);
  if (known.deleted) throw new PaymentObjectMissing({ meta: { param: "customer" } });
  const own = subscription && readAnswer(subscriptionSchema, subscription).default_payment_method;
  return own ?? known.invoice_settings.default_payment_method;
}

export function savedMethods(stripe: Stripe): Methods {
  return {
    listPaymentMethods: (owner) =>
      callStripe(async () => {
        const [defaultId, methods] = await Promise.all([
          readDefault(stripe, owner),
          stripe.customers.listPaymentMethods(owner.stripeCustomerId, { limit: 100 }).autoPagingToArray(all),
        ]);
        return { defaultId, methods: methods.map(toMethod) };
      }),
    setDefaultPaymentMethod: ({ stripeCustomerId, stripeSubscriptionId, paymentMethodId }) =>
      callStripe(async () => {
        await stripe.customers.update(stripeCustomerId, {
          invoice_settings: { default_payment_method: paymentMethodId },
        });
        // One of its own, as Checkout gives it, would go before the customer's.
        if (stripeSubscriptionId)
          await stripe.subscriptions.update(stripeSubscriptionId, { default_payment_method: "" });
      }),
    removePaymentMethod: ({ paymentMethodId, idempotencyKey }) =>
      callStripe(async () => {
        await stripe.paymentMethods.detach(paymentMethodId, {}, { idempotencyKey });
      }),
  };
}
