import type { Prisma } from "@/lib/db";
import type { Step } from "./steps";

/** A call of the API. */
interface ApiCall {
  userId: string;
  at: Date;
  id: string;
  kind: "api_call";
  subject: string;
  apiKeyId: string;
  outcome: "succeeded" | "failed";
  durationMs: number;
}

/** What is to be documented, once everything is written. */
type DocumentWish =
  | { kind: "receipt"; at: Date; paymentId: string }
  | { kind: "invoice"; at: Date; invoiceId: string }
  | { kind: "credit_note"; at: Date; refundId: string };

/**
 * All that a story leaves behind, gathered in memory and then written together: rows as they stand now, and what
 * happened on credit accounts, which the ledger itself works out.
 */
export interface Books {
  /** Nothing happens after it. */
  readonly now: Date;
  /** Stripe's price of a lookup key. */
  readonly priceOf: (lookupKey: string) => string;
  users: Prisma.UserCreateManyInput[];
  customers: Prisma.BillingCustomerCreateManyInput[];
  subscriptions: Prisma.SubscriptionCreateManyInput[];
  changes: Prisma.SubscriptionChangeCreateManyInput[];
  invoices: Prisma.InvoiceCreateManyInput[];
  payments: Prisma.PaymentCreateManyInput[];
  attempts: Prisma.PaymentAttemptCreateManyInput[];
  lots: Prisma.PaymentLotCreateManyInput[];
  refunds: Prisma.RefundCreateManyInput[];
  disputes: Prisma.DisputeCreateManyInput[];
  givenPlans: Prisma.ComplimentaryPlanCreateManyInput[];
  runs: Prisma.ServiceRunCreateManyInput[];
  apiKeys: Prisma.ApiKeyCreateManyInput[];
  apiCalls: ApiCall[];
  hits: Prisma.QuotaHitCreateManyInput[];
  spikes: Prisma.UsageSpikeCreateManyInput[];
  checkouts: Prisma.CheckoutCreateManyInput[];
  autoTopUps: Prisma.AutoTopUpCreateManyInput[];
  topUps: Prisma.TopUpCreateManyInput[];
  /** People who are gone: what their runs made is not kept. */
  forgotten: Set<string>;
  documents: DocumentWish[];
  steps: Step[];
}

export function openBooks(now: Date, priceOf: Books["priceOf"]): Books {
  return {
    ...{ now, priceOf, users: [], customers: [], subscriptions: [], changes: [], invoices: [], payments: [] },
    ...{
      attempts: [],
      lots: [],
      refunds: [],
      disputes: [],
      givenPlans: [],
      runs: [],
      apiKeys: [],
      apiCalls: [],
      hits: [],
      spikes: [],
      checkouts: [],
      autoTopUps: [],
      topUps: [],
      documents: [],
      steps: [],
    },
    forgotten: new Set(),
  };
}
