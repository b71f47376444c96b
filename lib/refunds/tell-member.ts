import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import type { IssuedDocument } from "@/lib/documents";
import { queueEmail } from "@/lib/notifications";
import { cardLabel } from "@/lib/payments";
import { formatCredits, formatMinute, formatMoney } from "@/lib/shared/format";
import { getUserEmail } from "@/lib/users";
import type { RefundRow, ReturnedPayment } from "./repository";

type Context = Pick<AppContext, "clock" | "appUrl">;

interface News {
  refund: RefundRow;
  payment: ReturnedPayment;
  /** Goes with the mail; null where there is none yet. */
  note: IssuedDocument | null;
}

const creditsOrNull = (creditsMilli: bigint) => (creditsMilli > 0n ? formatCredits(creditsMilli) : null);

function cardOf({ cardBrand: brand, cardLast4: last4 }: ReturnedPayment): string | null {
  return brand && last4 ? cardLabel({ brand, last4 }) : null;
}

/** Money is on its way back, and what became of the credits. */
export async function tellOfRefund(ctx: Context, tx: Db, { refund, payment, note }: News): Promise<void> {
  await queueEmail(tx, {
    to: await getUserEmail(tx, payment.userId),
    userId: payment.userId,
    key: `refund:${refund.id}`,
    documentId: note?.id ?? null,
    message: {
      template: "refund",
      props: {
        purchase: payment.description,
        amount: formatMoney(refund.amountMinor, refund.currency),
        refundedAt: formatMinute(ctx.clock.now()),
        card: cardOf(payment),
        credits: refund.credits === "keep" ? null : formatCredits(refund.clawedMilli),
        debt: creditsOrNull(refund.debtMilli),
        number: note?.number ?? null,
        historyUrl: `${ctx.appUrl}/billing/history`,
      },
    },
  });
}

/** The bank sent the money back to us: it is still owed, and the credits are back. */
export async function tellOfFailure(ctx: Context, tx: Db, { refund, payment, note }: News): Promise<void> {
  await queueEmail(tx, {
    to: await getUserEmail(tx, payment.userId),
    userId: payment.userId,
    key: `refund-failed:${refund.id}`,
    documentId: note?.id ?? null,
    message: {
      template: "refund-failed",
      props: {
        purchase: payment.description,
        amount: formatMoney(refund.amountMinor, refund.currency),
        failedAt: formatMinute(ctx.clock.now()),
        credits: creditsOrNull(refund.clawedMilli),
        number: note?.number ?? null,
        historyUrl: `${ctx.appUrl}/billing/history`,
      },
    },
  });
}
