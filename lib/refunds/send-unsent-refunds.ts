import type { AppContext } from "@/lib/context";
import { listUnsentRefunds } from "./repository";
import { sendRefund } from "./send-refund";

type Context = Pick<AppContext, "db" | "payments" | "clock" | "log" | "appUrl">;

/** A younger one has its own job, which is at it. */
const patienceMs = 5 * 60_000;
const atOnce = 100;

/**
 * Asks Stripe for the refunds that nobody else asks for any more: their jobs are gone or have used up their tries. One
 * that fails keeps no other back.
 * @returns how many Stripe has answered for
 */
export async function sendUnsentRefunds(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - patienceMs);
  let sent = 0;
  for (const refundId of await listUnsentRefunds(ctx.db, before, atOnce)) {
    try {
      await sendRefund(ctx, refundId);
      sent += 1;
    } catch (error) {
      ctx.log.error({ err: error, refundId }, "a refund could not be made");
    }
  }
  if (sent > 0) ctx.log.warn({ sent }, "refunds were made that had lost their job");
  return sent;
}
