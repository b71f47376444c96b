import { findStripeCustomer } from "@/lib/customers";
import { prepareInvoice } from "./sync-invoice";
import { prepareSubscriptions, type SyncContext } from "./sync-subscriptions";

/**
 * Makes our side of a member's plan equal to Stripe's at once, for an act whose effect they shall see on the next page;
 * the webhooks that follow change nothing more. Invoices from `since` on are read, too.
 * @throws PaymentGatewayError
 */
export async function syncMember(
  ctx: SyncContext,
  userId: string,
  { since }: { since?: Date } = {},
): Promise<void> {
  const stripeCustomerId = await findStripeCustomer(ctx.db, userId);
  if (!stripeCustomerId) return;
  const writes = [await prepareSubscriptions(ctx, stripeCustomerId)];
  const invoiceIds = since ? await ctx.payments.listInvoiceIds({ stripeCustomerId, since }) : [];
  for (const id of invoiceIds.reverse()) {
    const write = await prepareInvoice(ctx, id);
    if (write) writes.push(write);
  }
  await ctx.db.transaction(async (tx) => {
    for (const write of writes) await write(tx);
  });
}
