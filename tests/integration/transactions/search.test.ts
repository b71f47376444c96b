import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { listAudit } from "@/lib/audit";
import { actingAs } from "@/lib/context";
import { searchStripe, searchTransactions } from "@/lib/transactions";
import type { TransactionSearch } from "@/lib/transactions/types";
import { openBooks } from "@/tests/integration/reconciliation/books";
import { createUser } from "@/tests/factories/user";
import { cards } from "@/tests/setup/local-stripe-controls";
import { openShop } from "@/tests/setup/shop";
import { createPaidPerson, start, type Made } from "./create-paid-person";

const shop = await openShop();
const books = openBooks(shop);
const { db } = shop;
const admin = await createUser(db, { email: "support@example.org", role: "admin" });
const ctx = actingAs(shop.ctx, { kind: "user", userId: admin.id, role: "admin", sessionId: admin.id });
const origin = { ip: "203.0.113.9", userAgent: "Firefox" };
const day = 86_400_000;

const search = (what: TransactionSearch) => searchTransactions(ctx, what, origin);
const found = async (what: TransactionSearch) =>
  (await search(what)).transactions.map(({ stripePaymentIntentId }) => stripePaymentIntentId);

const made: Record<string, Awaited<ReturnType<typeof createPaidPerson>>> = {};
beforeAll(async () => {
  const all: Made[] = [
    { name: "ann", days: 1 },
    { name: "ben", days: 2, amountMinor: 4500n, currency: "jpy" },
    { name: "cid", days: 3, status: "failed", declineCode: "insufficient_funds" },
    { name: "dan_1%", days: 4, amountMinor: 129999n, refundedMinor: 1n },
    { name: "eve", days: 5, status: "processing", problem: undefined },
    { name: "fay", days: 6, problem: "amount_differs" },
  ];
  for (const one of all) made[one.name] = await createPaidPerson(db, one);
  await db.prisma.dispute.create({
    data: {
      ...{
        userId: made.ann!.user.id,
        paymentId: made.ann!.payment.id,
        stripeDisputeId: "dp_ann",
        amountMinor: 1n,
      },
      ...{
        currency: "usd",
        reason: "fraudulent",
        status: "needs_response",
        openedAt: start,
        syncSeq: 1n,
        updatedAt: start,
      },
    },
  });
});

describe("the search for payments", () => {
  test("finds by every id of ours and of Stripe's, and nothing by those of others", async () => {
    const { user, payment, checkout } = made.ann!;
    const ids = [payment.id, user.id, checkout.id, "pi_ann", "ch_ann", "ch_ann2", "cs_test_ann", "in_ann"];
    for (const text of [...ids, "sub_ann", "cus_ann", "re_ann", "dp_ann"])
      expect(await found({ text }), text).toEqual(["pi_ann"]);
    for (const text of [
      randomUUID(),
      "pi_annn",
      "ch_other",
      "cus_other",
      "in_o",
      "sub_o",
      "re_o",
      "dp_o",
      "cs_o",
    ])
      expect(await found({ text }), text).toEqual([]);
    expect((await search({ text: "ch_other" })).idKind).toBe("charge");
  });

  test("finds by person, exact amount, state, reason and days, newest or oldest first", async () => {
    expect(await found({ text: "DAN_1%@" })).toEqual(["pi_dan_1%"]);
    expect(await found({ text: "doe of eve" })).toEqual(["pi_eve"]);
    expect(await found({ amount: "45.00" })).toEqual(["pi_fay", "pi_eve", "pi_cid", "pi_ann"]);
    expect(await found({ amount: "4,500 JPY" })).toEqual(["pi_ben"]);
    expect(await found({ amount: "$1,299.99" })).toEqual(["pi_dan_1%"]);
    expect(await found({ state: "failed" })).toEqual(["pi_cid"]);
    expect(await found({ state: "pending" })).toEqual(["pi_eve"]);
    expect(await found({ state: "refunded" })).toEqual(["pi_dan_1%"]);
    expect(await found({ state: "disputed" })).toEqual(["pi_ann"]);
    expect(await found({ state: "unclear" })).toEqual(["pi_fay"]);
    expect(await found({ state: "paid", kind: "subscription" })).toEqual([]);
    for (const decline of ["insufficient_funds", "card_declined"]) {
      const [line] = (await search({ decline })).transactions;
      expect(line).toMatchObject({ email: "cid@shop.example", declineCode: "insufficient_funds" });
    }
    const from = new Date(start.getTime() + 2 * day);
    const to = new Date(start.getTime() + 4 * day);
    expect(await found({ from, to, sort: "oldest" })).toEqual(["pi_ben", "pi_cid"]);
    expect(await found({ from, to, text: "shop.example" })).toEqual(["pi_cid", "pi_ben"]);
  });

  test("takes wildcards, patterns and SQL for themselves", async () => {
    const hostile = ["%_%", "' OR 1=1 --", "'; DROP TABLE payments; --", ".*", "[a-z]", "(", "\\", "\ud800"];
    for (const text of hostile) {
      expect(await found({ text }), text).toEqual([]);
      expect(await found({ decline: text }), text).toEqual([]);
    }
    expect(await found({ text: "_1%" })).toEqual(["pi_dan_1%"]);
    expect(await found({ text: "a\0nn@" })).toEqual(["pi_ann"]);
    expect(await found({ decline: "insufficient\0_funds" })).toEqual(["pi_cid"]);
    expect(await found({ decline: "\0", text: "pi_cid" })).toEqual(["pi_cid"]);
  });

  test("says of an amount that is none why, and finds nothing", async () => {
    const problems = {
      "45,00": "not_a_number",
      "45.001": "too_many_decimals",
      "45.5 jpy": "too_many_decimals",
    };
    const others = {
      "-1": "not_a_number",
      "1e3": "not_a_number",
      "5 zzz": "unknown_currency",
      ["9".repeat(20)]: "too_large",
    };
    for (const [amount, problem] of Object.entries({ ...problems, ...others }))
      expect(await search({ amount }), amount).toMatchObject({ amountProblem: problem, transactions: [] });
    expect(await found({ amount: "1.234 kwd" })).toEqual([]);
  });

  test("goes page by page both ways without losing one, in the order asked for", async () => {
    const { user } = made.ann!;
    await db.prisma.payment.createMany({
      data: Array.from({ length: 60 }, (_, n) => ({
        ...{ userId: user.id, kind: "purchase" as const, status: "canceled" as const, description: "x" },
        ...{
          amountMinor: 1n,
          currency: "usd",
          creditsMilli: 1n,
          stripePaymentIntentId: `pi_many${n}`,
          syncSeq: 1n,
        },
        ...{ createdAt: new Date(start.getTime() + Math.floor(n / 7) * 1_000), updatedAt: start },
      })),
    });
    for (const what of [
      { state: "canceled" as const },
      { text: "ann@shop", state: "canceled" as const, sort: "oldest" as const },
    ]) {
      const pages = [await search(what)];
      for (let older = pages[0]!.older; older; older = pages.at(-1)!.older)
        pages.push(await search({ ...what, before: older }));
      const ids = pages.flatMap(({ transactions }) => transactions.map(({ id }) => id));
      expect([pages.length, new Set(ids).size, ids.length]).toEqual([3, 60, 60]);
      const back = await search({ ...what, after: pages[1]!.newer });
      expect(back.transactions).toEqual(pages[0]!.transactions);
      expect(back.newer).toBeNull();
    }
    expect((await search({ state: "canceled", before: "nonsense", after: "1_x" })).transactions).toHaveLength(
      25,
    );
  });

  test("is written down, and is for admins alone", async () => {
    await search({ text: "ann", amount: "45.00" });
    const { entries } = await listAudit(ctx, { actions: ["payments_searched"] });
    expect(entries[0]).toMatchObject({
      actorId: admin.id,
      ip: origin.ip,
      after: { text: "ann", amount: "45.00", found: 1 },
    });
    const { as } = await shop.createBuyer();
    for (const call of [searchTransactions, searchStripe])
      await expect(call(as, {}, origin)).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("the search in Stripe", () => {
  test("finds what is not here, by address, id, amount and reason, and says what is here", async () => {
    const member = await shop.createBuyer();
    await books.buyPack(member);
    const customer = await books.customerOf(member);
    const method = (card: string) => ({
      payment_method: card,
      automatic_payment_methods: { enabled: true, allow_redirects: "never" as const },
      confirm: true,
    });
    const lone = await books.stripe.paymentIntents.create({
      ...{ amount: 777, currency: "usd", customer, ...method("pm_card_visa") },
    });
    await books.stripe.paymentIntents
      .create({
        amount: 888,
        currency: "usd",
        customer,
        ...method("pm_card_visa_chargeDeclinedInsufficientFunds"),
      })
      .catch(() => null);
    const look = async (what: TransactionSearch) => {
      const result = await searchStripe(ctx, what, origin);
      if (result.outcome !== "found") throw new Error(result.outcome);
      return result.hits;
    };
    expect(await look({ amount: "7.77" })).toEqual([
      expect.objectContaining({ paymentIntentId: lone.id, paymentId: null, status: "succeeded" }),
    ]);
    expect(await look({ text: lone.id })).toHaveLength(1);
    expect(await look({ text: customer })).toHaveLength(3);
    expect(await look({ text: member.user.id, state: "paid" })).toHaveLength(2);
    const hits = await look({ text: member.user.email.slice(0, 12) });
    const { id } = await books.paymentOf(member);
    expect(hits.map(({ paymentId }) => paymentId).sort()).toEqual([id, null, null].sort());
    expect(await look({ decline: "insufficient_funds" })).toEqual([
      expect.objectContaining({ amountMinor: 888n, status: "failed", declineCode: "insufficient_funds" }),
    ]);
    expect(await look({ text: 'zz" OR customer:"x' })).toEqual([]);
    expect(await look({ text: "pi_nobody" })).toEqual([]);
    expect(await look({ from: new Date(Date.now() + day) })).toEqual([]);
    expect(await searchStripe(ctx, { text: "ab" }, origin)).toEqual({ outcome: "nothing_to_look_for" });
    await shop.stripe.breakApi({ kind: "500", count: 100 });
    expect(await searchStripe(ctx, {}, origin)).toEqual({ outcome: "unreachable" });
    await shop.stripe.heal();
    const { entries } = await listAudit(ctx, { actions: ["payments_searched"] });
    expect(entries[0]).toMatchObject({ targetId: "stripe", after: { in: "Stripe", found: "unreachable" } });
    expect(cards.ok).toBeTruthy();
  });
});
