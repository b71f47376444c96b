/** A way to break the app on purpose, applied to its bundle alone: a suite that finds nothing must be able to. */
export interface Breakage {
  file: string;
  find: string;
  replace: string;
}

const once = (file: string, find: string, replace: string): Breakage[] => [{ file, find, replace }];

export const breakages: Readonly<Record<string, Breakage[]>> = {
  "grant-without-lasting-key": [
    {
      file: "lib/checkout/credit-purchase.ts",
      find: "const lotKey = `pi:${payment.paymentIntentId}`;",
      replace: "const lotKey = `pi:${payment.paymentIntentId}:${Date.now()}`;",
    },
    {
      file: "lib/checkout/fulfil-checkout.ts",
      find: "payment && saved && !saved.credited",
      replace: "payment && saved",
    },
  ],
  "older-readings-win": once("lib/subscriptions/repository.ts", "syncSeq: { lt: syncSeq }", ""),
  "refunds-take-no-credits": once(
    "lib/refunds/settle-refund.ts",
    "await applyCredits(ctx, tx, { refund: { ...row, ...state }, payment })",
    "{ ...row, ...state }; void applyCredits",
  ),
  "failed-refunds-give-nothing-back": once(
    "lib/refunds/apply-credits.ts",
    "if (!isAccepted(status) && clawedAt && !restoredAt)",
    "if (!isAccepted(status) && clawedAt && restoredAt)",
  ),
  "marked-before-applied": once(
    "lib/stripe-events/process-event.ts",
    "  await ctx.db.transaction(async (tx) => {",
    `  for (const { id } of events)
    await finishEvent(ctx.db, { id, status: "processed", note: null, processedAt: ctx.clock.now() });
  await ctx.db.transaction(async (tx) => {`,
  ),
  "no-billing-lock": once(
    "lib/payments/repository.ts",
    "export async function lockBilling(tx: Db, userId: string): Promise<void> {",
    "export async function lockBilling(tx: Db, userId: string): Promise<void> {\n  if (userId) return;",
  ),
  "refund-key-of-the-try": [
    {
      file: "lib/adapters/stripe/refunds.ts",
      find: "idempotencyKey: `refund:${refundId}`",
      replace: "idempotencyKey: `refund:${refundId}:${Math.random()}`",
    },
    {
      file: "lib/refunds/send-refund.ts",
      find: "(await ctx.payments.findRefund({ paymentIntentId, refundId })) ??",
      replace: "",
    },
  ],
  "sweep-finds-nothing": once(
    "lib/reconciliation/sweep-stripe-events.ts",
    "batch.push(event);",
    "void event;",
  ),
  "won-disputes-stay-frozen": once(
    "lib/disputes/apply-effect.ts",
    'if (row.frozenAt && effect !== "freeze")',
    'if (row.frozenAt && effect === "claw_back")',
  ),
  "upgrades-bring-the-whole": once(
    "lib/subscriptions/invoice-grants.ts",
    "for (const share of monthShares(line, terms)) takeOff(grants, share);",
    "void [takeOff, line, terms];",
  ),
  "years-bring-one-month": once(
    "lib/subscriptions/credit-months.ts",
    'if (interval === "month") return [period];',
    'if (interval === "month" || interval === "year") return [period];',
  ),
};

/** Source with what was broken in it; refuses a breakage that no longer fits. */
export function breakSource(name: string, file: string, source: string): string {
  let broken = source;
  for (const one of breakages[name] ?? []) {
    if (!file.endsWith(one.file)) continue;
    if (!broken.includes(one.find)) throw new Error(`${name}: ${one.file} no longer has "${one.find}".`);
    broken = broken.replace(one.find, () => one.replace);
  }
  return broken;
}
