import type { ImportBody } from "@/dev/stripe/engine/import/import-records";
import { refreshCatalog } from "@/lib/catalog";
import type { AppContext } from "@/lib/context";
import { customerIdOf, customerRecords } from "./customer-records";
import { planRecords } from "./plan-records";
import { readPrices } from "./price-records";
import { readSeeded, type Seeded } from "./read-seeded";

type Context = Pick<AppContext, "db" | "payments">;

/** The import is all or nothing, so that one payment tells of all. */
async function isThere({ payments }: Context, people: readonly Seeded[]): Promise<boolean> {
  const newest = people.at(-1)?.payments.at(-1);
  if (!newest || people.some(({ stripeCustomerId }) => !stripeCustomerId)) return false;
  return (await payments.lookUpPayment(newest.stripePaymentIntentId)) !== null;
}

async function toHistory({ db }: Context, people: readonly Seeded[]): Promise<ImportBody> {
  const { priceOf, records: prices } = await readPrices(db, people);
  const parts = people.map((one) => ({
    ...customerRecords(one),
    ...planRecords(one, customerIdOf(one), priceOf),
  }));
  return {
    prices,
    customers: parts.flatMap(({ customers = [] }) => customers),
    cards: parts.flatMap(({ cards = [] }) => cards),
    subscriptions: parts.flatMap(({ subscriptions = [] }) => subscriptions),
    invoices: parts.flatMap(({ invoices = [] }) => invoices),
    payments: parts.flatMap(({ payments = [] }) => payments),
    refunds: parts.flatMap(({ refunds = [] }) => refunds),
    disputes: parts.flatMap(({ disputes = [] }) => disputes),
  };
}

async function send(stripeUrl: string, history: ImportBody): Promise<void> {
  const response = await fetch(new URL("/_emulator/import", stripeUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(history),
  });
  if (!response.ok)
    throw new Error(`The local Stripe did not take the demo's year: ${await response.text()}`);
}

/** Who everybody is to Stripe. */
async function writeCustomers({ db }: Context, people: readonly Seeded[]): Promise<void> {
  const values = [people.map(({ userId }) => userId), people.map(customerIdOf)];
  await db.transaction(async (tx) => {
    await tx.sql({
      name: "demo-billing-customers",
      text: `UPDATE billing_customers c SET stripe_customer_id = a.id
        FROM unnest($1::uuid[], $2::text[]) AS a (user_id, id)
        WHERE c.user_id = a.user_id AND c.stripe_customer_id IS NULL`,
      values,
    });
    await tx.sql({
      name: "demo-stripe-customers",
      text: `INSERT INTO stripe_customers (user_id, stripe_customer_id, created_at)
        SELECT a.user_id, a.id, c.created_at FROM unnest($1::uuid[], $2::text[]) AS a (user_id, id)
        JOIN billing_customers c ON c.user_id = a.user_id ON CONFLICT DO NOTHING`,
      values,
    });
  });
}

/**
 * Lets the local Stripe know the seeded year as if it had happened there: payments can be refunded, plans go on, and both
 * books agree. Repeats without effect, and goes on after an interruption: what one side has already, it keeps.
 * @returns what was done, for the line that is shown at the start
 */
export async function importDemoYear(ctx: Context, stripeUrl: string): Promise<string> {
  const people = await readSeeded(ctx.db);
  if (people.length === 0) return "nobody to have one";
  if (await isThere(ctx, people)) return "there already";
  const history = await toHistory(ctx, people);
  await send(stripeUrl, history);
  await writeCustomers(ctx, people);
  await refreshCatalog(ctx);
  return `${people.length} customers, ${history.payments?.length ?? 0} payments, ${history.subscriptions?.length ?? 0} plans`;
}
