import { listStripeCustomers } from "@/lib/customers";
import type { Db } from "@/lib/db";
import { prepareInvoice } from "./sync-invoice";
import { prepareSubscriptions, type SyncContext } from "./sync-subscriptions";

type Write = (tx: Db) => Promise<void>;

async function readCustomer(ctx: SyncContext, stripeCustomerId: string, since?: Date): Promise<Write[]> {
  const writes = [await prepareSubscriptions(ctx, stripeCustomerId)];
  const invoiceIds = since ? await ctx.payments.listInvoiceIds({ stripeCustomerId, since }) : [];
  for (const id of invoiceIds.reverse()) {
    const write = await prepareInvoice(ctx, id);
    if (write) writes.push(write);
  }
  return writes;
}

/**
 * Makes our side of a member's plan equal to Stripe's at once, for an act whose effect they shall see on the next page;
 * the webhooks that follow change nothing more. Each of the member's customers at Stripe is read, as the plan may be
 * another's than the one that purchases use. Invoices from `since` on are read, too.
 * @throws PaymentGatewayError
 */
export async function syncMember(
  ctx: SyncContext,
  userId: string,
  { since }: { since?: Date } = {},
): Promise<void> {
  const writes: Write[] = [];
  for (const stripeCustomerId of await listStripeCustomers(ctx.db, userId))
    writes.push(...(await readCustomer(ctx, stripeCustomerId, since)));
  await ctx.db.transaction(async (tx) => {
    for (const write of writes) await write(tx);
  });
}
