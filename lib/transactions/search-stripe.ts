import { TransactionNotFound } from "./errors";
import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { listStripeCustomers } from "@/lib/customers";
import { PaymentGatewayError } from "@/lib/ports/payment-gateway-errors";
import type { ChargeSearch, FoundCharge } from "@/lib/ports/transaction-gateway";
import { toSought, type Sought } from "@/lib/support";
import { requireAdmin } from "@/lib/shared/require-admin";
import { readAmount } from "./read-amount";
import { findKnown } from "./search-queries";
import { toSearchFacts } from "./to-search-facts";
import type { StripeHit, StripeSearchResult, TransactionSearch } from "./types";
import { withinPatience } from "./within-patience";

type Searcher = Pick<AppContext, "db" | "actor" | "systemClock" | "payments" | "log">;

const limit = 25;

type Status = Pick<ChargeSearch, "status" | "disputed" | "refunded">;

const statuses: Readonly<Partial<Record<NonNullable<TransactionSearch["state"]>, Status>>> = {
  paid: { status: "succeeded" },
  failed: { status: "failed" },
  pending: { status: "pending" },
  refunded: { refunded: true },
  disputed: { disputed: true },
};

interface Found {
  charges: FoundCharge[];
  more: boolean;
}

/** What is asked of Stripe; what it cannot look for is named. */
function toChargeSearch(search: TransactionSearch): { what: ChargeSearch; ignored: string[] } | null {
  const { amount: typed, state, kind, from, to } = search;
  const amount = typed?.trim() ? readAmount(typed) : null;
  if (amount && "problem" in amount) return null;
  const status = state && statuses[state];
  return {
    what: {
      ...{ limit, ...status },
      ...(amount ? { amount } : {}),
      ...(from ? { since: from } : {}),
      ...(to ? { until: to } : {}),
      // Reasons are not searchable: those that failed are looked through.
      ...(search.decline ? { status: "failed", limit: 100 } : {}),
    },
    ignored: [...(state && !status ? ["state"] : []), ...(kind ? ["kind"] : [])],
  };
}

/** One payment by any id that leads to it. */
async function findById({ payments }: Searcher, what: ChargeSearch, id: string): Promise<Found> {
  const object = await payments.findObject(id);
  if (object?.paymentIntentId) {
    const payment = await payments.lookUpPayment(object.paymentIntentId);
    return { charges: payment ? [{ payment, email: object.email }] : [], more: false };
  }
  const stripeCustomerId = object?.stripeCustomerId;
  return stripeCustomerId
    ? payments.searchCharges({ ...what, stripeCustomerId })
    : { charges: [], more: false };
}

async function findByPeople(ctx: Searcher, what: ChargeSearch, ids: readonly string[]): Promise<Found> {
  const pages: Found[] = [];
  for (const stripeCustomerId of ids)
    pages.push(await ctx.payments.searchCharges({ ...what, stripeCustomerId }));
  const charges = pages
    .flatMap((page) => page.charges)
    .sort((a, b) => b.payment.createdAt.getTime() - a.payment.createdAt.getTime());
  return { charges, more: pages.some(({ more }) => more) };
}

async function find(ctx: Searcher, what: ChargeSearch, sought: Sought): Promise<Found> {
  switch (sought.by) {
    case "nothing":
      return ctx.payments.searchCharges(what);
    case "stripe":
      return findById(ctx, what, sought.id);
    case "uuid":
      return findByPeople(ctx, what, await listStripeCustomers(ctx.db, sought.id));
    case "text": {
      const part = sought.escaped.replaceAll(/\\([\\%_])/g, "$1");
      const customers = await ctx.payments.searchCustomers(part);
      return findByPeople(
        ctx,
        what,
        customers.map(({ stripeCustomerId }) => stripeCustomerId),
      );
    }
  }
}

function toHit({ payment, email }: FoundCharge, known: ReadonlyMap<string, string>): StripeHit {
  const attempt = payment.attempts.at(-1);
  const failure = attempt?.failure ?? payment.failure;
  return {
    paymentIntentId: payment.paymentIntentId,
    chargeId: attempt?.stripeChargeId ?? null,
    ...{ stripeCustomerId: payment.stripeCustomerId, email },
    status: attempt?.status ?? payment.status,
    ...{ amountMinor: payment.amountMinor, currency: payment.currency },
    failureCode: failure?.code ?? null,
    declineCode: failure?.declineCode ?? null,
    failureMessage: failure?.message ?? null,
    at: attempt?.attemptedAt ?? payment.createdAt,
    paymentId: known.get(payment.paymentIntentId) ?? null,
  };
}

async function ask(ctx: Searcher, search: TransactionSearch): Promise<StripeSearchResult> {
  const asked = toChargeSearch(search);
  const sought = toSought(search.text);
  const short = sought.by === "text" && sought.where === "beginning";
  if (!asked || short) return { outcome: "nothing_to_look_for" };
  try {
    const { charges, more } = await withinPatience(find(ctx, asked.what, sought));
    const known = await findKnown(
      ctx.db,
      charges.map(({ payment }) => payment.paymentIntentId),
    );
    const { decline } = search;
    const hits = charges
      .map((charge) => toHit(charge, known))
      .filter((hit) => !decline || hit.declineCode === decline || hit.failureCode === decline);
    const shown = hits.slice(0, limit);
    return { outcome: "found", hits: shown, more: more || hits.length > limit, ignored: asked.ignored };
  } catch (err) {
    if (!(err instanceof PaymentGatewayError)) throw err;
    ctx.log.warn({ err }, "Stripe could not be searched");
    return { outcome: "unreachable" };
  }
}

/**
 * Looks in Stripe for what a search of ours may lack, tells which of it is here, and changes nothing. Waits a few
 * seconds at most. That it was looked, and for what, is written down.
 * @throws TransactionNotFound to anybody but an admin
 */
export async function searchStripe(
  ctx: Searcher,
  search: TransactionSearch,
  origin: AuditedAct["origin"],
): Promise<StripeSearchResult> {
  requireAdmin(ctx.actor, TransactionNotFound);
  const result = await ask(ctx, search);
  await ctx.db.transaction((tx) =>
    recordAudit(tx, {
      ...{ actor: ctx.actor, origin, action: "payments_searched", target: { type: "payment", id: "stripe" } },
      after: {
        ...toSearchFacts(search),
        ...{ in: "Stripe", found: result.outcome === "found" ? result.hits.length : result.outcome },
      },
      now: ctx.systemClock.now(),
    }),
  );
  return result;
}
