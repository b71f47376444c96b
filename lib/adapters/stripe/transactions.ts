import type Stripe from "stripe";
import { z } from "zod";
import { PaymentObjectMissing } from "@/lib/ports/payment-gateway-errors";
import type {
  ChargeSearch,
  FoundCharge,
  FoundCustomer,
  FoundObject,
  TransactionGateway,
} from "@/lib/ports/transaction-gateway";
import { callStripe, readAnswer } from "./call-stripe";
import { toFound } from "./reconciliation";
import { idOf, minor, time } from "./stripe-fields";

const seconds = (date: Date) => Math.floor(date.getTime() / 1_000);

/** https://docs.stripe.com/search#search-query-language: quotes and backslashes within a value are escaped. */
const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`;

/** https://docs.stripe.com/search#query-fields-for-charges */
function toQuery({ stripeCustomerId, amount, status, disputed, refunded, since, until }: ChargeSearch) {
  return [
    stripeCustomerId ? `customer:${quoted(stripeCustomerId)}` : null,
    amount ? `amount:${amount.amountMinor} AND currency:${quoted(amount.currency)}` : null,
    status ? `status:${quoted(status)}` : null,
    disputed ? `disputed:"true"` : null,
    refunded ? `refunded:"true"` : null,
    since ? `created>=${seconds(since)}` : null,
    until ? `created<${seconds(until)}` : null,
  ]
    .filter((clause) => clause !== null)
    .join(" AND ");
}

const emailsOf = z.object({
  receipt_email: z.string().nullish(),
  billing_details: z.object({ email: z.string().nullish() }).nullish(),
});

function toFoundCharge(charge: Stripe.Charge): FoundCharge {
  const { receipt_email: receipt, billing_details: payer } = readAnswer(emailsOf, charge);
  return { payment: toFound(charge), email: receipt ?? payer?.email ?? null };
}

function toCustomer(customer: Stripe.Customer | Stripe.DeletedCustomer): FoundCustomer {
  const { id } = customer;
  if (customer.deleted) return { stripeCustomerId: id, email: null, userId: null, deleted: true };
  const userId = customer.metadata.user_id ?? null;
  return { stripeCustomerId: id, email: customer.email, userId, deleted: false };
}

const objectSchema = z.object({
  object: z.string(),
  id: z.string(),
  created: time.nullish(),
  customer: idOf,
  payment_intent: idOf,
  invoice: idOf,
  subscription: idOf,
  status: z.string().nullish(),
  currency: z.string().nullish(),
  amount: minor.nullish(),
  amount_total: minor.nullish(),
  total: minor.nullish(),
  email: z.string().nullish(),
  receipt_email: z.string().nullish(),
});

/** Invoices name their payments in a list, their subscription as their parent. */
const invoiceSchema = z.object({
  payments: z
    .object({ data: z.array(z.object({ payment: z.object({ payment_intent: idOf }).nullish() })) })
    .nullish(),
  parent: z.object({ subscription_details: z.object({ subscription: idOf }).nullish() }).nullish(),
});

type Retrieve = (stripe: Stripe, id: string) => Promise<unknown>;

/** https://docs.stripe.com/api: objects by what their ids begin with. */
const readers: readonly (readonly [string, Retrieve])[] = [
  ["pi_", (stripe, id) => stripe.paymentIntents.retrieve(id)],
  ["ch_", (stripe, id) => stripe.charges.retrieve(id)],
  ["py_", (stripe, id) => stripe.charges.retrieve(id)],
  ["cs_", (stripe, id) => stripe.checkout.sessions.retrieve(id)],
  ["in_", (stripe, id) => stripe.invoices.retrieve(id, { expand: ["payments"] })],
  ["sub_", (stripe, id) => stripe.subscriptions.retrieve(id)],
  ["re_", (stripe, id) => stripe.refunds.retrieve(id)],
  ["pyr_", (stripe, id) => stripe.refunds.retrieve(id)],
  ["dp_", (stripe, id) => stripe.disputes.retrieve(id)],
  ["du_", (stripe, id) => stripe.disputes.retrieve(id)],
  ["cus_", (stripe, id) => stripe.customers.retrieve(id)],
  ["pm_", (stripe, id) => stripe.paymentMethods.retrieve(id)],
  ["evt_", async (stripe, id) => (await stripe.events.retrieve(id)).data.object],
];

function toObject(answer: unknown): FoundObject {
  const object = readAnswer(objectSchema, answer);
  const invoice = object.object === "invoice" ? readAnswer(invoiceSchema, answer) : null;
  const amountMinor = object.amount ?? object.amount_total ?? object.total ?? null;
  const { currency, id } = object;
  const own = (kind: string) => (object.object === kind ? id : null);
  return {
    ...{ kind: object.object, id, createdAt: object.created ?? null, status: object.status ?? null },
    stripeCustomerId: own("customer") ?? object.customer,
    paymentIntentId:
      own("payment_intent") ??
      object.payment_intent ??
      invoice?.payments?.data[0]?.payment?.payment_intent ??
      own("charge"),
    stripeInvoiceId: own("invoice") ?? object.invoice,
    stripeSubscriptionId:
      own("subscription") ??
      object.subscription ??
      invoice?.parent?.subscription_details?.subscription ??
      null,
    amount: amountMinor !== null && currency ? { amountMinor, currency } : null,
    email: object.email ?? object.receipt_email ?? null,
  };
}

async function unlessMissing<T>(request: () => Promise<T>): Promise<T | null> {
  try {
    return await callStripe(request);
  } catch (error) {
    if (error instanceof PaymentObjectMissing) return null;
    throw error;
  }
}

export function transactionMethods(stripe: Stripe): TransactionGateway {
  return {
    searchCharges: (what) =>
      callStripe(async () => {
        const { limit } = what;
        const query = toQuery(what);
        const expand = ["data.payment_intent"];
        const { data, has_more: more } = query
          ? await stripe.charges.search({ query, limit, expand })
          : await stripe.charges.list({ limit, expand });
        return { charges: data.map(toFoundCharge), more };
      }),
    searchCustomers: (emailPart) =>
      callStripe(async () => {
        const { data } = await stripe.customers.search({ query: `email~${quoted(emailPart)}`, limit: 10 });
        return data.map(toCustomer);
      }),
    findCustomer: (id) => unlessMissing(async () => toCustomer(await stripe.customers.retrieve(id))),
    findObject: async (id) => {
      const read = readers.find(([prefix]) => id.startsWith(prefix))?.[1];
      return read ? unlessMissing(async () => toObject(await read(stripe, id))) : null;
    },
  };
}
