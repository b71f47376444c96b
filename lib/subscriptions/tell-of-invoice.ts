import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { issueInvoice } from "@/lib/documents";
import { queueEmail } from "@/lib/notifications";
import { getUserEmail } from "@/lib/users";
import { toPaidMessage, toUnpaidMessage, type ToldInvoice } from "./invoice-message";

type Context = Pick<AppContext, "clock" | "appUrl">;

export type InvoiceMatter = ToldInvoice & { userId: string };

/** Issues our invoice and mails what was paid and what it brought. The last of its transaction's writes. */
export async function tellOfPaidInvoice(ctx: Context, tx: Db, matter: InvoiceMatter): Promise<void> {
  const { invoiceId, lines, userId } = matter;
  const document = await issueInvoice(ctx, tx, {
    invoiceId,
    lines: lines.map(({ description, quantity, amountMinor, period }) => ({
      ...{ description, quantity, amountMinor, period },
    })),
  });
  await queueEmail(tx, {
    to: await getUserEmail(tx, userId),
    userId,
    key: `invoice:${invoiceId}`,
    message: toPaidMessage(ctx.appUrl, matter, document?.number ?? null),
    documentId: document?.id ?? null,
  });
}

/** Mails that a payment of a running plan did not go through, once for each try, or that the bank wants to hear from the member. */
export async function tellOfUnpaidInvoice({ appUrl }: Context, tx: Db, matter: InvoiceMatter): Promise<void> {
  const mail = toUnpaidMessage(appUrl, matter);
  const { userId } = matter;
  if (mail) await queueEmail(tx, { to: await getUserEmail(tx, userId), userId, ...mail, documentId: null });
}
