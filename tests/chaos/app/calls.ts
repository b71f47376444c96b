import { confirmPurchase, startCheckout, startPlanCheckout } from "@/lib/checkout";
import type { AppContext } from "@/lib/context";
import { expireCredits, forgiveDebt, getBalance, spendCredits, verifyLedger } from "@/lib/credits";
import { makeDefault } from "@/lib/payment-methods";
import { sweepStripeEvents } from "@/lib/reconciliation";
import { requestRefund } from "@/lib/refunds";
import {
  cancelPlan,
  confirmPlanChange,
  endSurplusSubscription,
  pausePlan,
  previewPlanChange,
  resumePlan,
  undoPlanChange,
  unpausePlan,
} from "@/lib/subscriptions";
import { syncCatalog } from "@/lib/catalog";
import { createUser } from "@/tests/factories/user";
import { settle } from "./settle";

/** What pages, admins and jobs do, by name: the only ways in which the harness reaches into the app. */
export const calls = {
  now: (ctx: AppContext) => Promise.resolve(ctx.clock.now()),
  createUser: (ctx: AppContext, role: "member" | "admin") => createUser(ctx.db, { role }),
  syncCatalog: async (ctx: AppContext) => {
    await syncCatalog(ctx);
  },
  startCheckout: (ctx: AppContext, lookupKey: string) => startCheckout(ctx, { lookupKey }),
  startPlanCheckout: (ctx: AppContext, lookupKey: string) => startPlanCheckout(ctx, { lookupKey }),
  confirmPurchase: (ctx: AppContext, sessionId: string) => confirmPurchase(ctx, sessionId),
  previewPlanChange: (ctx: AppContext, lookupKey: string) => previewPlanChange(ctx, { lookupKey }),
  confirmPlanChange: (ctx: AppContext, choice: { lookupKey: string; token: string }) =>
    confirmPlanChange(ctx, choice),
  undoPlanChange: (ctx: AppContext) => undoPlanChange(ctx),
  cancelPlan: (ctx: AppContext) => cancelPlan(ctx, { reason: "unused" }),
  resumePlan: (ctx: AppContext) => resumePlan(ctx),
  pausePlan: (ctx: AppContext, userId: string) => pausePlan(ctx, { userId, resumesAt: null }),
  unpausePlan: (ctx: AppContext, userId: string) => unpausePlan(ctx, { userId }),
  makeDefault: (ctx: AppContext, paymentMethodId: string) => makeDefault(ctx, { paymentMethodId }),
  spendCredits: (ctx: AppContext, spend: { userId: string; key: string; creditsMilli: bigint }) =>
    spendCredits(ctx, spend),
  requestRefund: (ctx: AppContext, refund: Parameters<typeof requestRefund>[1]) => requestRefund(ctx, refund),
  forgiveDebt: (ctx: AppContext, debt: { userId: string; key: string }) => forgiveDebt(ctx, debt),
  endSurplus: (ctx: AppContext, stripeSubscriptionId: string) =>
    endSurplusSubscription(ctx, { stripeSubscriptionId }),
  listPayments: (ctx: AppContext, userId: string) =>
    ctx.db.prisma.payment.findMany({
      where: { userId, status: "succeeded" },
      orderBy: { createdAt: "asc" },
      select: { id: true, amountMinor: true, refundedMinor: true, stripePaymentIntentId: true },
    }),
  sweep: (ctx: AppContext) => sweepStripeEvents(ctx),
  expireCredits: (ctx: AppContext) => expireCredits(ctx),
  settle: (ctx: AppContext) => settle(ctx),
  getBalance: (ctx: AppContext, userId: string) => getBalance(ctx, userId),
  verifyLedger: (ctx: AppContext) => verifyLedger(ctx),
};

type Calls = typeof calls;
export type CallName = keyof Calls;
export type Input<Name extends CallName> =
  Parameters<Calls[Name]> extends [AppContext, infer Given] ? Given : undefined;
export type Output<Name extends CallName> = Awaited<ReturnType<Calls[Name]>>;
