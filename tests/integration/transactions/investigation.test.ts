import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { listAudit } from "@/lib/audit";
import { actingAs } from "@/lib/context";
import { getPaymentDetail } from "@/lib/payments";
import {
  previewRegistration,
  previewRepair,
  registerCharge,
  repairAllOfKind,
  repairFound,
  repairQueued,
} from "@/lib/reconciliation";
import { findPaymentOf, investigateId, readStripeSide, toTimeline, viewPayment } from "@/lib/transactions";
import { createUser } from "@/tests/factories/user";
import { openBooks } from "@/tests/integration/reconciliation/books";
import { cards } from "@/tests/setup/local-stripe-controls";
import { openShop } from "@/tests/setup/shop";

const shop = await openShop();
const books = openBooks(shop);
const { stripe, sql } = books;
const admin = await createUser(shop.db, { role: "admin" });
const ctx = actingAs(shop.ctx, { kind: "user", userId: admin.id, role: "admin", sessionId: admin.id });
const origin = { ip: "203.0.113.9", userAgent: "Firefox" };
const view = (id: string) => viewPayment(ctx, { id, origin });
const look = async (id: string) => {
  const result = await investigateId(ctx, { id, origin });
  if (result.outcome !== "found") throw new Error(result.outcome);
  return result.finding;
};

const member = await shop.createBuyer();
await books.buyPack(member);
await books.subscribe(member);
const { id: pack } = await shop.db.prisma.payment.findFirstOrThrow({ where: { kind: "purchase" } });
const { id: plan } = await shop.db.prisma.payment.findFirstOrThrow({ where: { kind: "subscription" } });

describe("a payment's page", () => {
  test("has all that is here about it in one order, and the look on record", async () => {
    const { payment: before } = await view(pack);
    const refund = await stripe.refunds.create({ payment_intent: before.stripePaymentIntentId, amount: 900 });
    await shop.settle();
    const investigation = await view(pack);
    const { payment, lots, entries, documents, mails, events, acts } = investigation;
    expect(payment).toMatchObject({
      status: "succeeded",
      refundedMinor: 900n,
      customer: { user: { email: member.user.email } },
    });
    expect(lots).toMatchObject([
      { amountMilli: 500_000n, remainingMilli: 400_000n, clawedMilli: 100_000n, status: "open" },
    ]);
    expect(entries.map(({ reason }) => reason)).toEqual(["revoke", "grant"]);
    expect(documents.map(({ kind }) => kind)).toEqual(["receipt", "credit_note"]);
    expect(mails.map(({ template }) => template).sort()).toEqual(["purchase-receipt", "refund"]);
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["payment_intent.succeeded", "refund.created"]),
    );
    expect(acts[0]).toMatchObject({
      action: "payment_viewed",
      actorId: admin.id,
      userId: member.user.id,
      ip: origin.ip,
    });
    const steps = toTimeline(investigation);
    const times = steps.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(new Set(steps.map(({ kind }) => kind))).toEqual(
      new Set(["money", "credits", "webhook", "mail", "document", "admin"]),
    );
    expect(
      JSON.stringify(investigation, (_, value: unknown) =>
        typeof value === "bigint" ? String(value) : value,
      ),
    ).not.toMatch(/"message"|<html/);
    for (const id of [
      payment.stripePaymentIntentId,
      payment.stripeChargeId,
      payment.checkout?.stripeSessionId,
      refund.id,
    ])
      expect(await findPaymentOf(shop.db, id ?? "")).toBe(pack);
  });

  test("is for admins alone, and there for payments that there are", async () => {
    for (const id of [randomUUID(), "x", "pi_none", "' OR 1=1"])
      await expect(view(id)).rejects.toMatchObject({ kind: "not_found" });
    for (const id of ["cus_none", "pi_none", member.user.id, "", "x"])
      expect(await findPaymentOf(shop.db, id)).toBeNull();
    const { payment } = await view(pack);
    await expect(viewPayment(member.as, { id: pack, origin })).rejects.toMatchObject({ kind: "not_found" });
    await expect(readStripeSide(member.as, payment)).rejects.toMatchObject({ kind: "not_found" });
    await expect(investigateId(member.as, { id: "pi_1", origin })).rejects.toMatchObject({
      kind: "not_found",
    });
    const stranger = await shop.createBuyer();
    for (const id of [pack, plan])
      await expect(getPaymentDetail(shop.ctx, { userId: stranger.user.id, id })).rejects.toMatchObject({
        kind: "not_found",
      });
  });

  test("holds Stripe's fields beside ours, tells what differs, and says when Stripe is silent", async () => {
    const { payment } = await view(plan);
    const side = await readStripeSide(ctx, payment);
    if (side.outcome !== "read") throw new Error(side.outcome);
    expect(side.objects.map(({ object, known }) => [object, known])).toEqual([
      ["payment", true],
      ["invoice", true],
      ["subscription", true],
    ]);
    expect(side.objects.flatMap(({ fields }) => fields.filter(({ differs }) => differs))).toEqual([]);
    expect(side.objects.flatMap(({ differences }) => differences)).toEqual([]);
    await sql(`UPDATE payments SET amount_minor = amount_minor + 1 WHERE id = '${plan}'`);
    const other = await readStripeSide(ctx, (await view(plan)).payment);
    if (other.outcome !== "read") throw new Error(other.outcome);
    const differing = other.objects.flatMap(({ fields }) => fields.filter(({ differs }) => differs));
    expect(differing).toEqual([{ field: "Amount", here: "$50.01", there: "$50.00", differs: true }]);
    const [difference] = other.objects.flatMap(({ differences }) => differences);
    expect(difference).toMatchObject({ reason: "amount", repairable: true });
    const key = difference!.key;
    await shop.stripe.breakApi({ kind: "500", count: 200 });
    expect(await readStripeSide(ctx, payment)).toEqual({ outcome: "unreachable" });
    expect(await previewRepair(ctx, { key, origin })).toEqual({ outcome: "unreachable" });
    await expect(repairFound(ctx, { key, reason: "as Stripe has it", origin })).rejects.toMatchObject({
      code: "payments.unavailable",
    });
    await shop.stripe.heal();
    expect(await previewRepair(ctx, { key, origin })).toMatchObject({
      outcome: "read",
      repair: { outcome: "would_be_repaired" },
    });
    expect(await previewRepair(ctx, { key: "nonsense", origin })).toEqual({ outcome: "unknown" });
    const looks = await listAudit(ctx, { aboutId: payment.stripePaymentIntentId });
    expect(looks.entries.map(({ action, ip }) => [action, ip])).toEqual(
      Array(2).fill(["stripe_object_viewed", origin.ip]),
    );
    expect(await repairFound(ctx, { key, reason: "as Stripe has it", origin })).toMatchObject({
      outcome: "repaired",
    });
  });

  test("of which Stripe knows nothing says so", async () => {
    const { payment } = await view(pack);
    const side = await readStripeSide(ctx, {
      ...payment,
      stripePaymentIntentId: "pi_gone",
      refunds: [],
      invoice: null,
    });
    expect(side).toMatchObject({
      outcome: "read",
      objects: [{ object: "payment", known: false, fields: [] }],
    });
  });
});

describe("an id of Stripe's", () => {
  test("of every kind is told for what it is, whose, and where it is here", async () => {
    const { payment } = await view(plan);
    const customer = await books.customerOf(member);
    const [event] = (await stripe.events.list({ type: "invoice.paid", limit: 1 })).data;
    const [method] = (await stripe.paymentMethods.list({ customer, limit: 1 })).data;
    const about = [
      [payment.stripePaymentIntentId, "payment_intent", plan],
      [payment.stripeChargeId ?? "", "charge", plan],
      [payment.invoice?.stripeInvoiceId ?? "", "invoice", plan],
      [event?.id ?? "", "invoice", plan],
      [payment.invoice?.subscription?.stripeSubscriptionId ?? "", "subscription", plan],
      [customer, "customer", null],
      [method?.id ?? "", "payment_method", null],
    ] as const;
    for (const [id, kind, here] of about) {
      const finding = await look(` ${id} `);
      expect(finding.object?.kind, id).toBe(kind);
      expect(finding.paymentId, id).toBe(here);
      expect(finding.sure, id).toBe(member.user.id);
      expect(finding.differences, id).toEqual([]);
    }
    const { entries } = await listAudit(ctx, { actions: ["stripe_object_viewed"] });
    const looks = entries.slice(0, about.length).map(({ targetId }) => targetId);
    expect(looks).toEqual(about.map(([id]) => id).reverse());
    for (const id of [
      "pi_none",
      "ch_none",
      "in_none",
      "sub_none",
      "re_none",
      "dp_none",
      "cs_none",
      "cus_none",
      "evt_none",
      "xx_none",
    ])
      expect(await look(id), id).toMatchObject({
        object: null,
        paymentId: null,
        people: [],
        registration: null,
      });
    for (const id of ["", "hello", "'; --", "pi_ x", "a".repeat(400)])
      expect(await investigateId(ctx, { id, origin })).toEqual({ outcome: "no_id" });
  });

  test("of what is missing here leads to its repair, or to whom it may be registered", async () => {
    await books.loseWebhooks();
    const buyer = await shop.createBuyer();
    await books.buyPack(buyer, cards.insufficientFunds).catch(() => null);
    const customer = await books.customerOf(buyer);
    const [failed] = (await stripe.paymentIntents.list({ customer })).data;
    const refused = await look(failed?.id ?? "");
    expect(refused.differences.map(({ reason }) => reason)).toEqual(["no_row"]);
    expect(refused).toMatchObject({
      registration: null,
      payment: { failure: { declineCode: "insufficient_funds" } },
    });
    const intent = await stripe.paymentIntents.create({
      ...{ amount: 1000, currency: "usd", customer, payment_method: "pm_card_visa", confirm: true },
      automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    });
    const finding = await look(intent.id);
    expect(finding).toMatchObject({
      sure: buyer.user.id,
      registration: { cause: "nothing", checkoutUserId: null },
    });
    expect(finding.registration?.packs.length).toBeGreaterThan(0);
    const wish = { paymentIntentId: intent.id, userId: buyer.user.id };
    expect(await previewRegistration(ctx, { ...wish, lookupKey: "pack_100" })).toMatchObject({
      outcome: "would_be_repaired",
    });
    expect(await previewRegistration(ctx, { ...wish, lookupKey: null })).toEqual({
      code: "reconciliation.pack_required",
    });
    await shop.stripe.breakApi({ kind: "500", count: 200 });
    expect(await investigateId(ctx, { id: intent.id, origin })).toEqual({
      outcome: "unreachable",
      id: intent.id,
      paymentId: null,
    });
    await shop.stripe.heal();
  });

  test("that an invoice led to is registered to nobody but whose customer it is", async () => {
    await books.loseWebhooks();
    const [owner, chosen] = [await shop.createBuyer(), await shop.createBuyer()];
    await books.subscribe(owner);
    const [paid] = (await stripe.paymentIntents.list({ customer: await books.customerOf(owner) })).data;
    const ask = { paymentIntentId: paid!.id, userId: chosen.user.id, lookupKey: null };
    await shop.db.prisma.checkout.deleteMany({ where: { userId: owner.user.id } });
    const code = "reconciliation.customer_of_another";
    expect(await previewRegistration(ctx, ask)).toEqual({ code });
    const act = { ...ask, reason: "Says it is hers", origin };
    await expect(registerCharge(ctx, act)).rejects.toMatchObject({ code });
    expect([await books.balance(owner), await books.balance(chosen)]).toEqual([0, 0]);
    expect((await listAudit(ctx, { actions: ["charge_registered"] })).entries).toEqual([]);
  });
});

test("one of many repairs that cannot be done keeps none of the others waiting", async () => {
  const run = {
    askedBy: admin.id,
    since: new Date(),
    until: new Date(),
    done: [],
    status: "finished" as const,
  };
  const times = { startedAt: new Date(), updatedAt: new Date() };
  const { id: runId } = await shop.db.prisma.reconciliationRun.create({ data: { ...run, ...times } });
  const { payment } = await view(pack);
  const gone = `payment:${payment.stripePaymentIntentId}:missing_here:no_row`;
  for (const key of ["nonsense", gone])
    await shop.db.prisma.reconciliationDifference.create({
      data: { runId, key, kind: "missing_here", repairable: true, difference: { key } },
    });
  const all = { runId, kind: "missing_here", reason: "after the outage", origin };
  expect(await repairAllOfKind(ctx, all)).toBe(2);
  await repairQueued(books.ctx, { runId });
  const found = await shop.db.prisma.reconciliationDifference.findMany({
    where: { runId },
    orderBy: { id: "asc" },
  });
  expect(found.map(({ outcome, queuedBy }) => [outcome, queuedBy])).toEqual([
    ["remains", null],
    ["nothing_to_do", null],
  ]);
});
