import type Stripe from "stripe";

/** Money, in minor units, that came or went at an instant. */
export interface Movement {
  at: Date;
  person: string;
  currency: string;
  amount: bigint;
  kind: "subscription" | "purchase";
}

/** What was tried for one payment. */
interface Collected extends Movement {
  tries: readonly { at: Date; refused: string | null }[];
}

/** A subscription as an event of Stripe's shows it, from that instant on. */
export interface Snapshot {
  at: Date;
  id: string;
  person: string;
  subscription: Stripe.Subscription;
}

export interface StripeBooks {
  paid: readonly Movement[];
  refunded: readonly Movement[];
  lost: readonly Movement[];
  collected: readonly Collected[];
  /** Oldest first. */
  snapshots: readonly Snapshot[];
  subscriptions: readonly Stripe.Subscription[];
}

const all = { limit: 100 } as const;
const most = { limit: 10_000 };
const idOf = (reference: string | { id: string } | null | undefined) =>
  typeof reference === "string" ? reference : (reference?.id ?? "");
const time = (seconds: number) => new Date(seconds * 1_000);

/** Events of these types, oldest first. Stripe itself keeps them for 30 days. */
async function eventsOf(stripe: Stripe, ...types: string[]): Promise<Stripe.Event[]> {
  return (await stripe.events.list({ ...all, types }).autoPagingToArray(most)).reverse();
}

const shownBy = ({ data }: Stripe.Event) => data.object as { id: string };

/** Whose customer it is, as was written there when it was made. */
async function readPeople(stripe: Stripe): Promise<Map<string, string>> {
  const customers = await stripe.customers.list(all).autoPagingToArray(most);
  return new Map(customers.map(({ id, metadata }) => [id, metadata["user_id"] ?? ""]));
}

/** All that Stripe alone knows of a year's money: nothing of ours is asked. */
export async function readStripe(stripe: Stripe): Promise<StripeBooks> {
  const people = await readPeople(stripe);
  const personOf = (customer: string | { id: string } | null) => people.get(idOf(customer)) ?? "";
  const charges = await stripe.charges.list(all).autoPagingToArray(most);
  const ofInvoices = await stripe.invoicePayments.list(all).autoPagingToArray(most);
  const invoiced = new Set(ofInvoices.map(({ payment }) => idOf(payment.payment_intent)));
  const chargesById = new Map(charges.map((charge) => [charge.id, charge]));

  const movement = (charge: Stripe.Charge, amount: number, at: number): Movement => ({
    ...{ at: time(at), person: personOf(charge.customer), currency: charge.currency, amount: BigInt(amount) },
    kind: invoiced.has(idOf(charge.payment_intent)) ? "subscription" : "purchase",
  });
  const ofCharge = (reference: string | Stripe.Charge | null, amount: number, at: number): Movement => {
    const charge = chargesById.get(idOf(reference));
    if (!charge) throw new Error(`There is no charge ${idOf(reference)}.`);
    return movement(charge, amount, at);
  };

  const paid = charges.filter(({ status }) => status === "succeeded");
  const refunds = await stripe.refunds.list(all).autoPagingToArray(most);
  const disputes = await stripe.disputes.list(all).autoPagingToArray(most);
  const closings = await eventsOf(stripe, "charge.dispute.closed");
  const closedAt = new Map(closings.map((event) => [shownBy(event).id, event.created] as const));
  const states = await eventsOf(stripe, "customer.subscription.*");

  return {
    paid: paid.map((charge) => movement(charge, charge.amount_captured, charge.created)),
    refunded: refunds
      .filter(({ status }) => status === "succeeded")
      .map(({ charge, amount, created }) => ofCharge(charge, amount, created)),
    lost: disputes
      .filter(({ status }) => status === "lost")
      .map(({ id, charge, amount }) => ofCharge(charge, amount, closedAt.get(id) ?? 0)),
    collected: await readTries(stripe, charges, movement),
    snapshots: states.map((event) => {
      const subscription = shownBy(event) as Stripe.Subscription;
      const person = personOf(subscription.customer);
      return { at: time(event.created), id: subscription.id, person, subscription };
    }),
    subscriptions: await stripe.subscriptions.list({ ...all, status: "all" }).autoPagingToArray(most),
  };
}

type ToMovement = (charge: Stripe.Charge, amount: number, at: number) => Movement;

const refusalOf = ({ decline_code: decline, code }: { decline_code?: string | null; code?: string | null }) =>
  decline ?? code ?? "unknown";

/** Every payment with all tries: its charges, and what only an event tells, where no charge came of a try. */
async function readTries(
  stripe: Stripe,
  charges: readonly Stripe.Charge[],
  movement: ToMovement,
): Promise<Collected[]> {
  const intents = await stripe.paymentIntents.list(all).autoPagingToArray(most);
  const failures = await eventsOf(stripe, "payment_intent.payment_failed");
  return intents.flatMap((intent) => {
    // Lists are newest first; of one second, too.
    const own = charges.filter(({ payment_intent }) => idOf(payment_intent) === intent.id).reverse();
    const charged = own.map(({ created, status, failure_code: code, outcome }) => ({
      at: time(created),
      refused: status === "failed" ? (outcome?.reason ?? code ?? "unknown") : null,
    }));
    const uncharged = failures.flatMap(({ created, data }) => {
      const { id, last_payment_error: error } = data.object as Stripe.PaymentIntent;
      return id === intent.id && error && !error.charge
        ? [{ at: time(created), refused: refusalOf(error) }]
        : [];
    });
    const tries = [...charged, ...uncharged].sort((a, b) => a.at.getTime() - b.at.getTime());
    if (tries.length === 0) return [];
    const like = own[0] ?? ({ ...intent, payment_intent: intent.id } as unknown as Stripe.Charge);
    return [{ ...movement(like, intent.amount, intent.created), tries }];
  });
}
