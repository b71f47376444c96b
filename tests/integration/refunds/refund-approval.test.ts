import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { verifyAudit } from "@/lib/audit";
import { getBalance, spendCredits, verifyLedger } from "@/lib/credits";
import {
  approveRefund,
  declineRefund,
  listRefundRequests,
  previewRefund,
  refundRest,
  requestRefund,
  viewRefundRequest,
  viewRefunds,
  withdrawRefund,
} from "@/lib/refunds";
import { returnsOf, type PaidPayment } from "@/tests/setup/returns";
import { openShop } from "@/tests/setup/shop";

vi.stubEnv("REFUND_APPROVAL_ABOVE", "usd:2000");
afterAll(() => vi.unstubAllEnvs());
const shop = await openShop();
const { createAdmin, createPayment, dispute, inDashboard, refundsInStripe } = returnsOf(shop);
const asker = await createAdmin();
const other = await createAdmin();
type Admin = typeof asker;

beforeEach(() => shop.stripe.heal());
afterAll(async () => {
  expect((await verifyLedger(shop.ctx)).differences).toEqual([]);
  expect((await verifyAudit(shop.ctx)).problems).toEqual([]);
});

type Options = Partial<Parameters<typeof requestRefund>[1]>;
const origin = { ip: "192.0.2.7", userAgent: "Firefox" };

const request = ({ paymentId }: PaidPayment, options: Options = {}, by: Admin = asker) =>
  requestRefund(
    by.as,
    { paymentId, credits: "claw_back", reason: null, note: "Asked by mail", ...options },
    origin,
  );
const preview = ({ paymentId }: PaidPayment, options: Options = {}, by: Admin = asker) =>
  previewRefund(by.as, { paymentId, credits: "claw_back", ...options });
const decided = (requestId: string) => ({ requestId, reason: "Looked at it" });
const view = ({ refundId: requestId }: { refundId: string }, by: Admin = other) =>
  viewRefundRequest(by.as, { requestId, origin });
const refundsOf = ({ paymentId }: PaidPayment) => shop.db.prisma.refund.findMany({ where: { paymentId } });
const auditOf = async ({ userId }: PaidPayment) => {
  const rows = await shop.db.prisma.auditEntry.findMany({ where: { userId }, orderBy: { id: "asc" } });
  return rows.filter(({ action }) => action !== "payment_viewed");
};
const waitingFor = async ({ paymentId }: PaidPayment) => {
  const { requests } = await listRefundRequests(other.as, { status: "waiting" });
  return requests.filter((row) => row.paymentId === paymentId);
};

describe("a refund by one admin", () => {
  test("writes who asked, why and from where in the transaction of its row; the same form again writes nothing", async () => {
    const payment = await createPayment();
    const refundId = randomUUID();
    const { token, ...shown } = await preview(payment, { amountMinor: 1_500n });
    expect(shown).toMatchObject({ needsApproval: false, leftAfterMinor: 3_000n });
    for (let again = 0; again < 2; again += 1)
      expect(await request(payment, { amountMinor: 1_500n, refundId, token })).toMatchObject({
        outcome: "asked",
        refundId,
      });
    expect(await auditOf(payment)).toMatchObject([
      {
        ...{ action: "refund_asked", targetId: refundId, reason: "Asked by mail", ip: "192.0.2.7" },
        ...{ actorId: asker.user.id, before: { leftMinor: "4500" } },
        after: { amountMinor: "1500", leftMinor: "3000", credits: "claw_back", outcome: "asked" },
      },
    ]);
  });

  test("that cannot be recorded is not made", async () => {
    const payment = await createPayment();
    const broken = { ...asker.as, systemClock: { now: () => new Date(Number.NaN) } };
    const input = { paymentId: payment.paymentId, credits: "keep", reason: null } as const;
    await expect(requestRefund(broken, { ...input, amountMinor: 1n })).rejects.toThrow();
    await shop.settle();
    expect([await refundsOf(payment), await refundsInStripe(payment)]).toEqual([[], 0]);
  });

  test("of two at once the second sees what changed, and nothing more goes back", async () => {
    const payment = await createPayment();
    const part = { amountMinor: 1_500n };
    const [first, second] = [await preview(payment, part), await preview(payment, part, other)];
    const results = await Promise.allSettled([
      request(payment, { ...part, token: first.token, refundId: randomUUID() }),
      request(payment, { ...part, token: second.token, refundId: randomUUID() }, other),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results).toContainEqual({
      status: "rejected",
      reason: expect.objectContaining({ code: "refunds.stale_preview" }) as Error,
    });
    expect(await refundsOf(payment)).toHaveLength(1);
    expect(await preview(payment, part, other)).toMatchObject({ leftMinor: 3_000n });
  });

  test("is stale once the credits it would take were spent", async () => {
    const payment = await createPayment();
    const { token } = await preview(payment, { amountMinor: 1_500n });
    const spent = { userId: payment.userId, creditsMilli: 400_000n, key: randomUUID() };
    await spendCredits(shop.ctx, spent);
    await expect(request(payment, { amountMinor: 1_500n, token })).rejects.toMatchObject({
      code: "refunds.stale_preview",
    });
    expect(await preview(payment, { amountMinor: 1_500n })).toMatchObject({ debtMilli: 100_000n });
  });

  test("never of their own payment, nor does a member or a job get one", async () => {
    const payment = await createPayment();
    const actor = { ...payment.as.actor, role: "admin" as const };
    const own = { user: payment.user, as: { ...payment.as, actor } };
    const forbidden = { code: "refunds.own_payment", kind: "forbidden" };
    await expect(preview(payment, {}, own)).rejects.toMatchObject(forbidden);
    await expect(request(payment, {}, own)).rejects.toMatchObject(forbidden);
    const look = { paymentId: payment.paymentId, origin };
    expect(await viewRefunds(own.as, look)).toMatchObject({ obstacle: "own_payment" });
    const { refundId } = await request(payment);
    await expect(approveRefund(own.as, decided(refundId))).rejects.toMatchObject(forbidden);
    for (const as of [payment.as, { ...shop.ctx, actor: { kind: "system", name: "job" } as const }]) {
      for (const attempt of [
        () => viewRefunds(as, look),
        () => viewRefundRequest(as, { requestId: refundId, origin }),
        () => listRefundRequests(as),
        () => approveRefund(as, decided(refundId)),
        () => declineRefund(as, decided(refundId)),
        () => withdrawRefund(as, decided(refundId)),
      ])
        await expect(attempt()).rejects.toMatchObject({ code: "refunds.forbidden" });
    }
    await declineRefund(other.as, decided(refundId));
  });
});

describe("above the limit", () => {
  test("waits for a second admin, reserves its amount, and is made as it was asked for, once", async () => {
    const payment = await createPayment();
    const shown = await preview(payment, { amountMinor: 3_000n });
    expect(shown).toMatchObject({ needsApproval: true });
    const refundId = randomUUID();
    const terms = { amountMinor: 3_000n, refundId, token: shown.token };
    const asked = await request(payment, terms);
    expect(asked).toMatchObject({ outcome: "awaits_approval", refundId });
    expect(await request(payment, terms)).toEqual(asked);
    await expect(request(payment, { ...terms, credits: "keep" })).rejects.toMatchObject({
      code: "refunds.id_reused",
    });
    await shop.settle();
    expect([await refundsInStripe(payment), await refundsOf(payment)]).toEqual([0, []]);
    await expect(request(payment, { amountMinor: 1_501n }, other)).rejects.toMatchObject({
      code: "refunds.too_large",
      leftMinor: 1_500n,
    });
    expect(await waitingFor(payment)).toMatchObject([
      { id: refundId, requestedBy: asker.user.email, userEmail: payment.user.email },
    ]);
    expect(await view(asked, asker)).toMatchObject({ mayDecide: false, mayWithdraw: true });
    const { preview: anew, mayDecide } = await view(asked);
    expect(anew).toMatchObject({ amountMinor: 3_000n, takenMilli: 300_000n });
    expect(mayDecide).toBe(true);
    const approved = { ...decided(refundId), token: anew!.token };
    await Promise.all([1, 2, 3].map(() => approveRefund(other.as, approved, origin)));
    await shop.settle();
    expect(await refundsOf(payment)).toMatchObject([
      { id: refundId, status: "succeeded", requestedById: asker.user.id, note: "Asked by mail" },
    ]);
    expect(await refundsInStripe(payment)).toBe(1);
    expect((await getBalance(shop.ctx, payment.userId)).totalMilli).toBe(150_000n);
    const look = { paymentId: payment.paymentId, origin };
    expect(await viewRefunds(asker.as, look)).toMatchObject({
      refunds: [{ askedBy: asker.user.email, approvedBy: other.user.email }],
      waiting: [],
    });
    expect(await auditOf(payment)).toMatchObject([
      { action: "refund_asked", actorId: asker.user.id, after: { outcome: "awaits_approval" } },
      { action: "refund_approved", actorId: other.user.id, targetId: refundId, reason: "Looked at it" },
    ]);
  });

  test("nobody approves or declines their own; nobody else withdraws it; what is decided stays so", async () => {
    const payment = await createPayment();
    const { refundId } = await request(payment);
    const own = { code: "refunds.own_request", kind: "forbidden" };
    await expect(approveRefund(asker.as, decided(refundId))).rejects.toMatchObject(own);
    await expect(declineRefund(asker.as, decided(refundId))).rejects.toMatchObject(own);
    await expect(withdrawRefund(other.as, decided(refundId))).rejects.toMatchObject({
      code: "refunds.not_requester",
    });
    for (let again = 0; again < 2; again += 1) await withdrawRefund(asker.as, decided(refundId), origin);
    for (const late of [approveRefund, declineRefund])
      await expect(late(other.as, decided(refundId))).rejects.toMatchObject({
        code: "refunds.request_decided",
        meta: { status: "withdrawn" },
      });
    const second = await request(payment);
    await declineRefund(other.as, decided(second.refundId));
    expect(await view(second)).toMatchObject({ preview: null, mayDecide: false, mayWithdraw: false });
    await expect(approveRefund(other.as, decided(randomUUID()))).rejects.toMatchObject({
      code: "refunds.request_not_found",
    });
    expect((await auditOf(payment)).map(({ action }) => action)).toEqual([
      ...["refund_asked", "refund_withdrawn", "refund_asked", "refund_declined"],
    ]);
    const data = { status: "approved", decidedById: asker.user.id, decidedAt: new Date() } as const;
    const where = { id: (await request(payment)).refundId };
    await expect(shop.db.prisma.refundRequest.update({ where, data })).rejects.toThrow(/four_eyes/);
  });

  test("is not avoided by parts, also those that wait; another admin's parts are their own", async () => {
    const payment = await createPayment();
    expect(await request(payment, { amountMinor: 2_000n })).toMatchObject({ outcome: "asked" });
    await shop.settle();
    const second = await request(payment, { amountMinor: 1n });
    expect(second).toMatchObject({ outcome: "awaits_approval" });
    expect(await request(payment, { amountMinor: 500n }, other)).toMatchObject({ outcome: "asked" });
    const requests = await Promise.all([1, 2].map(() => request(payment, { amountMinor: 900n })));
    expect(requests.map(({ outcome }) => outcome)).toEqual(["awaits_approval", "awaits_approval"]);
    await expect(request(payment, { amountMinor: 900n })).rejects.toMatchObject({
      code: "refunds.too_large",
    });
  });

  test("parts at the same moment are counted together", async () => {
    const payment = await createPayment();
    const results = await Promise.all([1, 2, 3, 4].map(() => request(payment, { amountMinor: 1_000n })));
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual([
      ...["asked", "asked", "awaits_approval", "awaits_approval"],
    ]);
  });

  test("is refused when the payment changed: a dispute, money back in Stripe, spent credits, the system", async () => {
    const payment = await createPayment();
    const asked = await request(payment);
    const approve = (token?: string) =>
      approveRefund(other.as, { ...decided(asked.refundId), ...(token ? { token } : {}) });
    const { id } = await dispute({ charge: payment.chargeId });
    await shop.settle();
    expect(await view(asked)).toMatchObject({ preview: null, obstacle: "refunds.disputed" });
    await expect(approve()).rejects.toMatchObject({ code: "refunds.disputed" });
    await dispute({ dispute: id, status: "won" });
    await shop.settle();
    const { preview: seen } = await view(asked);
    const spent = { userId: payment.userId, creditsMilli: 400_000n, key: randomUUID() };
    await spendCredits(shop.ctx, spent);
    await expect(approve(seen!.token)).rejects.toMatchObject({ code: "refunds.stale_preview" });
    await inDashboard("refunds", { payment_intent: payment.intentId, amount: "1000" });
    await shop.settle();
    expect(await view(asked)).toMatchObject({ preview: null, obstacle: "refunds.too_large" });
    await expect(approve()).rejects.toMatchObject({ code: "refunds.too_large" });
    const job = { ...shop.ctx, actor: { kind: "system", name: "job" } as const };
    await refundRest(job, { paymentId: payment.paymentId, note: "Second subscription" });
    await expect(approve()).rejects.toMatchObject({ code: "refunds.nothing_left" });
    expect(await waitingFor(payment)).toHaveLength(1);
    await declineRefund(other.as, decided(asked.refundId));
    await shop.settle();
    expect(await refundsInStripe(payment)).toBe(2);
  });

  test("a currency without a limit always waits, and no limits at all never", async () => {
    const payment = await createPayment({ amountMinor: 1_001n, currency: "jpy" });
    expect(await request(payment, { amountMinor: 1n })).toMatchObject({ outcome: "awaits_approval" });
    vi.stubEnv("REFUND_APPROVAL_ABOVE", "");
    expect(await request(payment)).toMatchObject({ outcome: "asked", amountMinor: 1_000n });
    vi.stubEnv("REFUND_APPROVAL_ABOVE", "usd:2000");
  });
});

test("requests are read page by page, newest first, and back", async () => {
  const payment = await createPayment({ amountMinor: 90_000n });
  await request(payment, { amountMinor: 3_000n });
  for (let count = 0; count < 27; count += 1) await request(payment, { amountMinor: 100n });
  const first = await listRefundRequests(other.as, { status: "waiting" });
  expect(first).toMatchObject({ newer: null });
  const second = await listRefundRequests(other.as, { status: "waiting", before: first.older });
  const back = await listRefundRequests(other.as, { status: "waiting", after: second.newer });
  expect(back.requests).toEqual(first.requests);
  const ids = [...first.requests, ...second.requests].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(await listRefundRequests(other.as, { before: "nonsense" })).toMatchObject({ newer: null });
});
